import type {
  ClusterEvent,
  LocalizedText,
  QuotaUsage,
  RegionState,
} from '@nerds/plugin-free-tier-common';
import type { ClusterEnvironment } from '../domain/ClusterEnvironment';
import type { StepResult } from '../domain/StepResult';

export type {
  ClusterEnvironment,
  ClusterEnvironmentSize,
} from '../domain/ClusterEnvironment';
export type { StepResult } from '../domain/StepResult';

/** What {@link HostCluster.getAvailability} answers. @internal */
export interface HostClusterAvailability {
  state: RegionState;
  /** Why it is not available. */
  message?: LocalizedText;
  /** For example `v1.36.3`. */
  kubernetesVersion?: string;
  /** URL of the API server as tenants reach it. */
  server?: string;
}

/** Which machine credential to make. @internal */
export interface MachineCredentialOptions {
  /** UUID in the ledger; the token is bound to a Secret named after it. */
  credentialId: string;
  /** Whole seconds; Kubernetes refuses less than 600. */
  lifetimeSeconds: number;
}

/** A machine's kubeconfig with its token; the only time the token is seen. @internal */
export interface IssuedMachineKubeconfig {
  kubeconfig: Record<string, unknown>;
  /** ISO 8601 instant (UTC), as the API server answered it. */
  expiresAt: string;
  /** Id of the token in Kubernetes' audit log; not a secret. */
  jti?: string;
}

/**
 * A region: one Kubernetes API that environments live on.
 *
 * @remarks
 * Every `ensure…`, `revoke…` and `delete…` is idempotent: a step that was
 * interrupted is simply done again. All methods but {@link getAvailability}
 * throw only the classes of `HostClusterErrors.ts`, which carry no answer of
 * the API server.
 *
 * The rights used are those of the portal's own account on the host cluster
 * (`host-cluster/*.yaml`), never those of the person who asked.
 *
 * @internal
 */
export interface HostCluster {
  /** Name of the region in config. */
  readonly region: string;

  /** Never throws; at most 5 s old. */
  getAvailability(): Promise<HostClusterAvailability>;

  /**
   * Makes the namespace, which is the lock on its name: whoever's POST wins owns it.
   *
   * @throws HostClusterConflictError when it exists and is not this environment's
   */
  ensureNamespace(env: ClusterEnvironment): Promise<{ namespaceUid: string }>;

  /** LimitRange, ResourceQuota and NetworkPolicies; repairs drift. */
  ensureGuardRails(env: ClusterEnvironment): Promise<void>;

  /** Done when the quota's `status.hard` equals its `spec.hard` and use is counted for each. */
  checkQuotaEnforced(env: ClusterEnvironment): Promise<StepResult>;

  /** ServiceAccounts and RoleBindings. Only after the quota is enforced: before it nobody may write. */
  ensureAccess(env: ClusterEnvironment): Promise<void>;

  /** Done when the API server lets the team's group and the machine account in. */
  checkAccessEffective(env: ClusterEnvironment): Promise<StepResult>;

  /** Use of the quota; empty while there is none. */
  getUsage(env: ClusterEnvironment): Promise<QuotaUsage[]>;

  /** Latest Kubernetes Events of the namespace, newest first. */
  listEvents(env: ClusterEnvironment): Promise<ClusterEvent[]>;

  /** Kubeconfig that signs the person in through OIDC; holds no secret. */
  buildPersonKubeconfig(
    env: ClusterEnvironment,
  ): Promise<Record<string, unknown>>;

  /** Kubeconfig with a token that ends by itself, or by {@link revokeMachineCredential}. */
  issueMachineKubeconfig(
    env: ClusterEnvironment,
    options: MachineCredentialOptions,
  ): Promise<IssuedMachineKubeconfig>;

  /** Ends the token of one credential; already gone is success. */
  revokeMachineCredential(
    env: ClusterEnvironment,
    credentialId: string,
  ): Promise<void>;

  /** First step of a delete: takes everyone's access away, also running tokens. */
  revokeAccess(env: ClusterEnvironment): Promise<void>;

  /** Deletes the namespace with all in it; absent, or another environment's by now, is success. */
  deleteNamespace(env: ClusterEnvironment): Promise<void>;

  /** Done when the namespace is gone; otherwise says what holds it. */
  checkNamespaceGone(env: ClusterEnvironment): Promise<StepResult>;
}
