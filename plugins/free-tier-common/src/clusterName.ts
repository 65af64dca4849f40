import type { ProblemCode } from './problems';

/** Shortest name of a cluster, in characters. @public */
export const CLUSTER_NAME_MIN_LENGTH = 3;

/**
 * Longest name of a cluster, in characters. Leaves room for the team and a
 * hash in the Kubernetes namespace, which may have 63 (RFC 1123 label).
 * @public
 */
export const CLUSTER_NAME_MAX_LENGTH = 30;

/** Longest purpose, in characters. @public */
export const CLUSTER_PURPOSE_MAX_LENGTH = 500;

/** Names that a cluster's name must not start with: they read as parts of the platform. @public */
export const RESERVED_NAME_PREFIXES = [
  'kube-',
  'openshift-',
  'nerds-',
  'system-',
];

/** Names a cluster must not have. @public */
export const RESERVED_NAMES = [
  'default',
  'kube',
  'openshift',
  'nerds',
  'system',
  'admin',
  'root',
];

/** What is wrong with a name, ready for `formatProblem`. @public */
export interface NameProblem {
  code: ProblemCode;
  values: Record<string, string | number>;
}

/**
 * Checks the form of a cluster's name, not whether it is taken.
 *
 * @remarks
 * Only ASCII is let through, so a look-alike from another script (Cyrillic
 * `а`) cannot pose as another team's cluster.
 *
 * @param name - what the person typed
 * @returns the first problem, or `undefined` when the name is good
 * @public
 */
export function evaluateClusterName(name: string): NameProblem | undefined {
  if (name === '') {
    return { code: 'field-required', values: { field: 'name' } };
  }
  if ([...name].length > CLUSTER_NAME_MAX_LENGTH) {
    return {
      code: 'field-too-long',
      values: { field: 'name', limit: CLUSTER_NAME_MAX_LENGTH },
    };
  }
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
    return { code: 'name-characters', values: { field: 'name' } };
  }
  if (name.length < CLUSTER_NAME_MIN_LENGTH) {
    return {
      code: 'name-too-short',
      values: { field: 'name', limit: CLUSTER_NAME_MIN_LENGTH },
    };
  }
  const reserved =
    RESERVED_NAMES.find(word => word === name) ??
    RESERVED_NAME_PREFIXES.find(prefix => name.startsWith(prefix));
  if (reserved) {
    return {
      code: 'name-reserved',
      values: { field: 'name', value: name, reserved: `“${reserved}”` },
    };
  }
  return undefined;
}
