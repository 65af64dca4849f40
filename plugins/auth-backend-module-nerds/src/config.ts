import { readFileSync } from 'node:fs';
import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { z } from 'zod';
import type { GroupOptions } from './claims/teamRefs';

/** Where each thing about a person is in the claims. @internal */
export interface ClaimNames {
  user: string;
  email: string;
  name: string;
  groups: string;
}

/** How a person is found in the catalog. @internal */
export type CatalogUserMatch =
  | { match: 'name' }
  | { match: 'email'; allowUnverifiedEmail: boolean }
  | { match: 'annotation'; annotation: string; claim: string };

/** One provider under `auth.providers.oidc`. @internal */
export interface OidcOptions {
  issuer?: string;
  metadataUrl: string;
  clientId: string;
  clientSecret: string;
  callbackUrl?: string;
  tokenEndpointAuthMethod: 'client_secret_basic' | 'client_secret_post';
  idTokenAlgorithm: string;
  prompt?: string;
  startUrlSearchParams: Record<string, string>;
  /** PEM. */
  ca?: string;
  timeoutMs: number;
  clockToleranceMs: number;
  sessionIdleMs: number;
  sessionMaximumMs: number;
  reauthenticateAfterMaximum: boolean;
  logoutAtProvider: boolean;
  claims: ClaimNames;
  groups: GroupOptions;
  ancestors: 'teams' | 'all' | 'none';
  /** Absent: the claims are enough, the catalog need not know the person. */
  catalogUser?: CatalogUserMatch;
}

const DEFAULTS = {
  timeout: { seconds: 10 },
  clockTolerance: { seconds: 60 },
  sessionMaximum: { hours: 12 },
} satisfies Record<string, HumanDuration>;

/** Names on this machine, where plain http cannot be listened to. */
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const secureUrl = z.string().refine(value => {
  const url = URL.parse(value);
  return url?.protocol === 'https:' || LOOPBACK.has(url?.hostname ?? '');
}, 'must be an address with https (http only on this machine)');

const claimName = z.string().regex(/^[^.]+(\.[^.]+)*$/, 'must name a claim');

const schema = z.object({
  issuer: secureUrl.optional(),
  metadataUrl: secureUrl.optional(),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  callbackUrl: z.url().optional(),
  tokenEndpointAuthMethod: z
    .enum(['client_secret_basic', 'client_secret_post'])
    .default('client_secret_basic'),
  tokenSignedResponseAlg: z
    .string()
    .regex(/^(RS|PS|ES)\d{3}$|^EdDSA$/, 'must be an asymmetric algorithm')
    .default('RS256'),
  prompt: z.string().optional(),
  startUrlSearchParams: z.record(z.string(), z.string()).default({}),
  caFile: z.string().optional(),
  reauthenticateAfterMaximum: z.boolean().default(false),
  logoutAtProvider: z.boolean().default(true),
  claims: z
    .object({
      user: claimName.default('preferred_username'),
      email: claimName.default('email'),
      name: claimName.default('name'),
      groups: claimName.default('groups'),
    })
    .prefault({}),
  groups: z
    .object({
      prefix: z.string().min(1).optional(),
      pattern: z.string().min(1).optional(),
      path: z.enum(['refuse', 'last']).default('refuse'),
      ancestors: z.enum(['teams', 'all', 'none']).default('teams'),
    })
    .prefault({}),
  resolver: z.enum(['claims', 'catalogUser']).default('claims'),
  catalogUser: z
    .object({
      match: z.enum(['name', 'email', 'annotation']).default('name'),
      annotation: z.string().min(1).optional(),
      claim: claimName.default('sub'),
      allowUnverifiedEmail: z.boolean().default(false),
    })
    .prefault({}),
});

/**
 * Reads one provider of `auth.providers.oidc`.
 *
 * @param config - what is under the name of the environment
 * @throws {@link InputError} that names the key which is wrong, so that a
 * portal with a wrong configuration does not start
 * @internal
 */
export function readOidcConfig(config: Config): OidcOptions {
  refuseForeignKeys(config);
  const result = schema.safeParse(config.get());
  if (!result.success) {
    const [issue] = result.error.issues;
    throw invalid(issue.path.join('.'), issue.message);
  }
  const { data } = result;
  const metadataUrl = data.metadataUrl ?? data.issuer;
  if (!metadataUrl) {
    throw invalid('issuer', 'either this or metadataUrl is needed');
  }
  const sessionMaximumMs = readDurationMs(config, 'sessionMaximum');
  return {
    ...data,
    metadataUrl,
    idTokenAlgorithm: data.tokenSignedResponseAlg,
    prompt: data.prompt === 'auto' ? undefined : data.prompt,
    ca: data.caFile === undefined ? undefined : readCaFile(data.caFile),
    timeoutMs: readDurationMs(config, 'timeout'),
    clockToleranceMs: readDurationMs(config, 'clockTolerance'),
    sessionMaximumMs,
    sessionIdleMs: config.has('sessionDuration')
      ? readDurationMs(config, 'sessionDuration')
      : sessionMaximumMs,
    groups: readGroups(data.groups),
    ancestors: data.groups.ancestors,
    catalogUser:
      data.resolver === 'catalogUser'
        ? readCatalogUser(data.catalogUser)
        : undefined,
  };
}

/** Keys of the provider module of Backstage that this one does not have. */
function refuseForeignKeys(config: Config) {
  for (const key of ['signIn', 'scope']) {
    if (config.has(key)) {
      throw invalid(key, 'is not known here; see resolver, additionalScopes');
    }
  }
}

function readGroups(groups: z.infer<typeof schema>['groups']): GroupOptions {
  const { prefix, pattern, path } = groups;
  if (pattern === undefined) {
    return { prefix, path };
  }
  if (prefix !== undefined) {
    throw invalid('groups.pattern', 'cannot go together with groups.prefix');
  }
  try {
    // an alternative that always matches: the length tells how many captures there are
    const captures = new RegExp(`${pattern}|`).exec('')?.length ?? 0;
    if (captures === 2) {
      return { pattern: new RegExp(`^(?:${pattern})$`), path };
    }
  } catch {
    // what is wrong with it is said below, for every reason alike
  }
  throw invalid(
    'groups.pattern',
    'must be a regular expression with one capturing group',
  );
}

function readCatalogUser(
  options: z.infer<typeof schema>['catalogUser'],
): CatalogUserMatch {
  const { match, annotation, claim, allowUnverifiedEmail } = options;
  switch (match) {
    case 'email':
      return { match, allowUnverifiedEmail };
    case 'annotation':
      if (!annotation) {
        throw invalid('catalogUser.annotation', 'is needed');
      }
      return { match, annotation, claim };
    default:
      return { match };
  }
}

function readCaFile(path: string): string {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw invalid('caFile', `cannot be read: ${path}`);
  }
  if (!text.includes('-----BEGIN CERTIFICATE-----')) {
    throw invalid('caFile', `holds no certificate in PEM: ${path}`);
  }
  return text;
}

function readDurationMs(
  config: Config,
  key: keyof typeof DEFAULTS | 'sessionDuration',
): number {
  const duration =
    key === 'sessionDuration' || config.has(key)
      ? readDurationFromConfig(config, { key })
      : DEFAULTS[key];
  return durationToMilliseconds(duration);
}

function invalid(key: string, problem: string): InputError {
  return new InputError(
    `Config key 'auth.providers.oidc.<environment>.${key}' is not valid: ${problem}`,
  );
}
