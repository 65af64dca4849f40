/** Languages the portal speaks; Dutch is the default. @public */
export type Language = 'nl' | 'en';

/** A text in every language of the portal. @public */
export type LocalizedText = Record<Language, string>;

/**
 * Where a cluster is in its life.
 *
 * @remarks
 * `requested → provisioning → ready ⇄ degraded → frozen → deleting → deleted`;
 * `failed` carries a reason and can be retried or deleted.
 *
 * @public
 */
export type ClusterState =
  | 'requested'
  | 'provisioning'
  | 'ready'
  | 'degraded'
  | 'frozen'
  | 'deleting'
  | 'deleted'
  | 'failed';

/**
 * The steps of a provisioning in their order, each reported as a condition in
 * the Kubernetes sense.
 *
 * @public
 */
export const CLUSTER_CONDITION_TYPES = [
  'Accepted',
  'NamespaceCreated',
  'GuardRailsApplied',
  'QuotaEnforced',
  'AccessGranted',
  'Ready',
] as const;

/** One of {@link CLUSTER_CONDITION_TYPES}. @public */
export type ClusterConditionType = (typeof CLUSTER_CONDITION_TYPES)[number];

/** A step of a cluster, shaped like a Kubernetes condition. @public */
export interface ClusterCondition {
  type: ClusterConditionType;
  /** `Unknown` until the step was tried. */
  status: 'True' | 'False' | 'Unknown';
  /** CamelCase word for machines, for example `HostClusterUnreachable`. */
  reason: string;
  /** Sentence for people, in the language of the request. */
  message: string;
  /** ISO 8601 instant (UTC) of the last change of `status`. */
  lastTransitionAt: string;
}

/** Use of one resource of the quota, as Kubernetes quantities (`2`, `500m`, `4Gi`). @public */
export interface QuotaUsage {
  /** Key of a ResourceQuota, for example `requests.cpu` or `count/deployments.apps`. */
  resource: string;
  hard: string;
  used: string;
}

/**
 * A free-tier cluster: an isolated namespace on a host cluster, with
 * guard-rails its tenant cannot alter.
 *
 * @public
 */
export interface Cluster {
  /** UUID, given by the portal; never reused. */
  id: string;
  /** Name the team chose, unique within the team. */
  name: string;
  /** Entity ref of the owning group, for example `group:default/burgerzaken`. */
  owner: string;
  tier: string;
  size: string;
  region: string;
  purpose: string;
  state: ClusterState;
  /** CamelCase reason of the state where there is one; of `failed` always. */
  reason?: string;
  /** Sentence that explains the state, in the language of the request. */
  message?: string;
  conditions: ClusterCondition[];
  quota: QuotaUsage[];
  /** Kubernetes namespace on the host cluster. */
  namespace: string;
  /** URL of the Kubernetes API server, for the kubeconfig; absent until the region has been reached. */
  server?: string;
  /** Entity ref of the person who asked. */
  createdBy: string;
  /** ISO 8601 instants (UTC). */
  createdAt: string;
  readyAt?: string;
  expiresAt: string;
  deletedAt?: string;
  /** What the signed-in person may do with this cluster now. */
  permissions: { connect: boolean; retry: boolean; delete: boolean };
}

/** Body of `POST /clusters` and `POST /cluster-checks`. @public */
export interface ClusterRequest {
  name: string;
  owner: string;
  tier: string;
  size: string;
  region: string;
  purpose: string;
}

/** Answer of `POST /cluster-checks`: would this request be accepted now? @public */
export interface ClusterCheck {
  valid: boolean;
  problems: FieldProblem[];
  /** Of the team named in `owner`, when that is a team of the caller. */
  teamQuota?: TeamQuota;
}

/** How many clusters of one tier a team has and may have. @public */
export interface TeamQuota {
  /** Entity ref of the team. */
  owner: string;
  tier: string;
  used: number;
  limit: number;
}

/** A team of the signed-in person. @public */
export interface Team {
  /** Entity ref, for example `group:default/burgerzaken`. */
  owner: string;
  title: string;
  quotas: TeamQuota[];
}

/** A price model; the free tier is one. @public */
export interface Tier {
  name: string;
  title: LocalizedText;
  description: LocalizedText;
  /** `false`: shown in the form as not yet available. */
  available: boolean;
  /** Whole days a cluster lives before it expires. */
  lifetimeDays?: number;
  clustersPerTeam?: number;
  sizes: Size[];
}

/** A size: data from config, what one gets. @public */
export interface Size {
  name: string;
  title: LocalizedText;
  description: LocalizedText;
  /** `spec.hard` of the ResourceQuota. */
  quota: Record<string, string>;
}

/** State of a region's host cluster. `starting`: still being built or started. @public */
export type RegionState = 'available' | 'starting' | 'unreachable';

/** Where clusters can live. @public */
export interface Region {
  name: string;
  title: LocalizedText;
  state: RegionState;
  /** Why it is not available, in the language of the request. */
  message?: string;
  /** Kubernetes version of the host cluster, for example `v1.36.3`. */
  kubernetesVersion?: string;
  /** `true` where pods are simulated and no container runs (KWOK nodes). */
  simulatedNodes: boolean;
}

/** What happened to a cluster. @public */
export interface ClusterEvent {
  /** ISO 8601 instant (UTC). */
  at: string;
  /** `portal`: from the ledger; `kubernetes`: a Kubernetes Event in the namespace. */
  source: 'portal' | 'kubernetes';
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  /** Entity ref of who did it; absent for what the system did. */
  actor?: string;
  /** `kind/name` of a Kubernetes object. */
  object?: string;
}

/** `person`: OIDC, holds no secret. `machine`: a token with a lifetime, shown once. @public */
export type KubeconfigKind = 'person' | 'machine';

/** Body of `POST /clusters/{id}/kubeconfigs`. @public */
export interface KubeconfigRequest {
  kind: KubeconfigKind;
  /** Machine only, seconds; 600 (Kubernetes' minimum) to 86400, default 3600. */
  lifetimeSeconds?: number;
  /** Machine only: what it is for, shown in the list of credentials. */
  description?: string;
}

/**
 * Answer of `POST /clusters/{id}/kubeconfigs` as JSON; as `application/yaml`
 * the answer is the kubeconfig itself. A machine's is shown once only.
 *
 * @public
 */
export interface IssuedKubeconfig {
  kind: KubeconfigKind;
  /** Kubeconfig file as a JSON object. */
  kubeconfig: Record<string, unknown>;
  /** Machine only: to revoke it with. */
  id?: string;
  /** Machine only: ISO 8601 instant (UTC) the token ends. */
  expiresAt?: string;
}

/** A machine credential that was handed out; never the secret. @public */
export interface MachineCredential {
  id: string;
  description: string;
  createdBy: string;
  createdAt: string;
  expiresAt: string;
  revokedAt?: string;
}

/** What is wrong with one field. @public */
export interface FieldProblem {
  /** Name of the field, for example `name`; empty for the body as a whole. */
  field: string;
  /** Code from {@link PROBLEM_CODES}. */
  code: string;
  /** Sentence that names the field, in the language of the request. */
  detail: string;
}

/** RFC 9457 problem details, as every error of the API is answered. @public */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  /** Code from {@link PROBLEM_CODES}. */
  code: string;
  errors?: FieldProblem[];
}
