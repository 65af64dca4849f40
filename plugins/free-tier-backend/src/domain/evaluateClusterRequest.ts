import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  CLUSTER_PURPOSE_MAX_LENGTH,
  evaluateClusterName,
  type ClusterRequest,
} from '@nerds/plugin-free-tier-common';
import type {
  AvailableTierOptions,
  FreeTierOptions,
  SizeOptions,
} from './FreeTierOptions';
import type { FieldFinding } from './ProblemError';

/** Longest part of a wrong value that is repeated to the caller, in characters. */
const QUOTED_MAX_LENGTH = 80;

/** A request that may be booked: every name in it is looked up. @internal */
export interface AcceptedClusterRequest {
  name: string;
  ownerRef: string;
  tier: AvailableTierOptions;
  size: SizeOptions;
  region: string;
  purpose: string;
}

/** What the rules need to know besides the request. @internal */
export interface ClusterRequestContext {
  options: Pick<FreeTierOptions, 'tiers' | 'regions'>;
  /** Entity refs of the teams of the caller. */
  teams: string[];
}

/**
 * The form of a request, not whether there is room for it.
 *
 * @param request - the fields that are text; one that is missing was reported by the parser
 * @returns the request with everything looked up when no field is wrong, and the findings
 * @internal
 */
export function evaluateClusterRequest(
  request: Partial<ClusterRequest>,
  context: ClusterRequestContext,
): { accepted?: AcceptedClusterRequest; findings: FieldFinding[] } {
  const name = evaluateName(request.name);
  const owner = evaluateOwner(request.owner, context.teams);
  const tier = evaluateTier(request.tier, context.options);
  const size = evaluateSize(request.size, tier.value);
  const region = evaluateRegion(request.region, context.options);
  const purpose = evaluatePurpose(request.purpose);

  const findings = [name, owner, tier, size, region, purpose].flatMap(
    ({ finding }) => finding ?? [],
  );
  const complete =
    name.value !== undefined &&
    owner.value !== undefined &&
    tier.value !== undefined &&
    size.value !== undefined &&
    region.value !== undefined &&
    purpose.value !== undefined;
  return {
    findings,
    accepted: complete
      ? {
          name: name.value!,
          ownerRef: owner.value!,
          tier: tier.value!,
          size: size.value!,
          region: region.value!,
          purpose: purpose.value!,
        }
      : undefined,
  };
}

interface Evaluation<T> {
  value?: T;
  finding?: FieldFinding;
}

function evaluateName(name: string | undefined): Evaluation<string> {
  if (name === undefined) return {};
  const problem = evaluateClusterName(name);
  return problem ? { finding: { field: 'name', ...problem } } : { value: name };
}

/** Full entity ref of a group in the namespace `default`, or undefined when the text is none. @internal */
export function toGroupRef(owner: string): string | undefined {
  try {
    const ref = parseEntityRef(owner, {
      defaultKind: 'group',
      defaultNamespace: 'default',
    });
    // Only `default`: the identity provider knows a team by its bare name, so
    // two groups of one name in different namespaces would be one team to Kubernetes.
    const isTeam =
      ref.kind.toLocaleLowerCase('en-US') === 'group' &&
      ref.namespace.toLocaleLowerCase('en-US') === 'default';
    return isTeam ? stringifyEntityRef(ref) : undefined;
  } catch {
    // not an entity ref at all, which is what the caller is told
    return undefined;
  }
}

function evaluateOwner(
  owner: string | undefined,
  teams: string[],
): Evaluation<string> {
  if (owner === undefined) return {};
  if (owner === '')
    return { finding: { field: 'owner', code: 'field-required' } };
  const values = { value: toQuoted(owner) };
  const ownerRef = toGroupRef(owner);
  if (!ownerRef) {
    return { finding: { field: 'owner', code: 'owner-not-group', values } };
  }
  if (!teams.includes(ownerRef)) {
    return { finding: { field: 'owner', code: 'owner-not-own-team', values } };
  }
  return { value: ownerRef };
}

function evaluateTier(
  name: string | undefined,
  options: ClusterRequestContext['options'],
): Evaluation<AvailableTierOptions> {
  if (name === undefined) return {};
  const tier = options.tiers.find(known => known.name === name);
  if (!tier) {
    return {
      finding: toChoiceFinding('tier', name, options.tiers),
    };
  }
  if (!tier.available) {
    const values = { value: tier.name };
    return { finding: { field: 'tier', code: 'tier-unavailable', values } };
  }
  return { value: tier };
}

/** Which sizes there are depends on the tier, so without a good tier only an empty size is wrong. */
function evaluateSize(
  name: string | undefined,
  tier: AvailableTierOptions | undefined,
): Evaluation<SizeOptions> {
  if (name === undefined) return {};
  if (name === '')
    return { finding: { field: 'size', code: 'field-required' } };
  if (!tier) return {};
  const size = tier.sizes.find(known => known.name === name);
  return size
    ? { value: size }
    : { finding: toChoiceFinding('size', name, tier.sizes) };
}

function evaluateRegion(
  name: string | undefined,
  options: ClusterRequestContext['options'],
): Evaluation<string> {
  if (name === undefined) return {};
  return options.regions.some(known => known.name === name)
    ? { value: name }
    : { finding: toChoiceFinding('region', name, options.regions) };
}

function evaluatePurpose(purpose: string | undefined): Evaluation<string> {
  if (purpose === undefined) return {};
  const text = purpose.trim();
  if (text === '') {
    return { finding: { field: 'purpose', code: 'field-required' } };
  }
  if ([...text].length > CLUSTER_PURPOSE_MAX_LENGTH) {
    const values = { limit: CLUSTER_PURPOSE_MAX_LENGTH };
    return { finding: { field: 'purpose', code: 'field-too-long', values } };
  }
  return { value: text };
}

function toChoiceFinding(
  field: string,
  value: string,
  allowed: { name: string }[],
): FieldFinding {
  if (value === '') return { field, code: 'field-required' };
  return {
    field,
    code: 'field-not-allowed-value',
    values: {
      value: toQuoted(value),
      allowed: allowed.map(known => known.name).join(', '),
    },
  };
}

/** A wrong value short enough to repeat in a sentence. @internal */
export function toQuoted(value: string): string {
  const characters = [...value];
  return characters.length > QUOTED_MAX_LENGTH
    ? `${characters.slice(0, QUOTED_MAX_LENGTH).join('')}…`
    : value;
}
