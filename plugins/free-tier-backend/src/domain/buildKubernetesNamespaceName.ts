import { createHash } from 'node:crypto';

// RFC 1123 label, the form of a namespace's name.
const MAX_LENGTH = 63;
// 40 bits: with 10,000 namespaces (the most a Kubernetes cluster is tested
// for) two collide once in 20,000 such clusters, and then the second is
// refused, not merged.
const HASH_LENGTH = 10;

/** What a namespace's name is made of. @internal */
export interface KubernetesNamespaceNameParts {
  /** UUID of the cluster in the ledger. */
  id: string;
  /** Name of the owning group. */
  team: string;
  /** Name of the cluster. */
  name: string;
}

/**
 * The name of a cluster's Kubernetes namespace: `<team>-<name>-<hash>`.
 *
 * @remarks
 * The readable part may be shortened and is ambiguous (`a-b` + `c`, `a` +
 * `b-c`), so the hash over the separate parts makes it unique. The id is among
 * them: a name used again later gives another namespace, and an old kubeconfig
 * never leads into it.
 *
 * @internal
 */
export function buildKubernetesNamespaceName(
  parts: KubernetesNamespaceNameParts,
): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([parts.team, parts.name, parts.id]))
    .digest('hex')
    .slice(0, HASH_LENGTH);
  const name = toLabel(parts.name);
  const room = MAX_LENGTH - HASH_LENGTH - name.length - 2;
  const team = toLabel(avoidReserved(toLabel(parts.team)).slice(0, room));
  return `${team}-${name}-${hash}`;
}

/** Lower-case letters, digits and single hyphens, none at the ends. */
function toLabel(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}

/** `kube-…` and the like read as parts of the platform, and our policies refuse them. */
function avoidReserved(team: string): string {
  return team === '' || /^(kube|openshift|nerds|system|\d)/.test(team)
    ? `team-${team}`
    : team;
}
