import { readFile } from 'node:fs/promises';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ClusterEvent, QuotaUsage } from '@nerds/plugin-free-tier-common';
import {
  buildPersonKubeconfig,
  type KubernetesOidc,
} from '../domain/buildKubeconfig';
import { buildLimitRange } from '../domain/buildLimitRange';
import { buildNetworkPolicies } from '../domain/buildNetworkPolicies';
import {
  buildQuotaHard,
  buildResourceQuota,
} from '../domain/buildResourceQuota';
import {
  buildMachineRoleBinding,
  buildTeamRoleBinding,
} from '../domain/buildRoleBindings';
import {
  buildDefaultServiceAccount,
  buildMachineServiceAccount,
} from '../domain/buildServiceAccounts';
import {
  evaluateQuotaEnforced,
  type LiveResourceQuota,
} from '../domain/evaluateQuotaEnforced';
import type {
  ClusterEnvironment,
  HostCluster,
  HostClusterAvailability,
  IssuedMachineKubeconfig,
  MachineCredentialOptions,
  StepResult,
} from './HostCluster';
import type { HostClusterAvailabilityProbe } from './HostClusterAvailabilityProbe';
import type { HostClusterRegion } from './HostClusterRegion';
import type { KubeconfigConnection } from './KubeconfigConnection';
import type { KubernetesApiClient } from './KubernetesApiClient';
import { isApiError } from './KubernetesApiError';
import { checkAccess } from './operations/checkAccess';
import { deleteAccess } from './operations/deleteAccess';
import { ensureNamespace } from './operations/ensureNamespace';
import {
  issueMachineKubeconfig,
  revokeMachineCredential,
} from './operations/machineCredentials';
import { listEvents } from './operations/listEvents';
import { checkNamespaceGone, deleteNamespace } from './operations/namespaceEnd';
import { toServiceError } from './toServiceError';

/** @internal */
export interface KubernetesHostClusterOptions {
  region: HostClusterRegion;
  client: KubernetesApiClient;
  connection: KubeconfigConnection;
  probe: HostClusterAvailabilityProbe;
  logger: LoggerService;
}

/**
 * A {@link HostCluster} over the Kubernetes API, with the rights of the
 * portal's own account (`host-cluster/00-portal-account.yaml`).
 * @internal
 */
export class KubernetesHostCluster implements HostCluster {
  readonly region: string;

  constructor(private readonly options: KubernetesHostClusterOptions) {
    this.region = options.region.name;
  }

  async getAvailability(): Promise<HostClusterAvailability> {
    return this.options.probe.get();
  }

  async ensureNamespace(
    env: ClusterEnvironment,
  ): Promise<{ namespaceUid: string }> {
    return this.#run('make the namespace', client =>
      ensureNamespace(client, env),
    );
  }

  async ensureGuardRails(env: ClusterEnvironment): Promise<void> {
    await this.#run('apply the guard-rails', async client => {
      await Promise.all(
        [
          buildLimitRange(env),
          ...buildNetworkPolicies(
            env,
            this.options.region.ingressNamespaceLabels,
          ),
        ].map(object => client.apply(object)),
      );
      // Last: what is made while a quota is being counted for the first time
      // may be missed by that count until the next one, minutes later.
      await client.apply(buildResourceQuota(env));
    });
  }

  async checkQuotaEnforced(env: ClusterEnvironment): Promise<StepResult> {
    return this.#run('check the quota', async client =>
      evaluateQuotaEnforced(buildQuotaHard(env), await getQuota(client, env)),
    );
  }

  async ensureAccess(env: ClusterEnvironment): Promise<void> {
    await this.#run('give access', client =>
      Promise.all(
        [
          buildMachineServiceAccount(env),
          buildDefaultServiceAccount(env),
          buildMachineRoleBinding(env),
          buildTeamRoleBinding(env, this.options.region.oidc.groupsPrefix),
        ].map(object => client.apply(object)),
      ),
    );
  }

  async checkAccessEffective(env: ClusterEnvironment): Promise<StepResult> {
    return this.#run('check the access', client =>
      checkAccess(client, env, this.options.region.oidc.groupsPrefix),
    );
  }

  async getUsage(env: ClusterEnvironment): Promise<QuotaUsage[]> {
    return this.#run('read the use of the quota', async client => {
      const quota = await getQuota(client, env);
      const used = quota?.status?.used ?? {};
      return Object.entries(quota?.status?.hard ?? {}).map(
        ([resource, hard]) => ({
          resource,
          hard,
          used: used[resource] ?? '0',
        }),
      );
    });
  }

  async listEvents(env: ClusterEnvironment): Promise<ClusterEvent[]> {
    return this.#run('list the events', client => listEvents(client, env));
  }

  async buildPersonKubeconfig(
    env: ClusterEnvironment,
  ): Promise<Record<string, unknown>> {
    return this.#run('build a kubeconfig', async () => {
      const [server, oidc] = await Promise.all([
        this.options.connection.getServer(),
        this.#readOidc(),
      ]);
      return buildPersonKubeconfig(env, server, oidc);
    });
  }

  async issueMachineKubeconfig(
    env: ClusterEnvironment,
    options: MachineCredentialOptions,
  ): Promise<IssuedMachineKubeconfig> {
    return this.#run('issue a machine credential', async client =>
      issueMachineKubeconfig(
        client,
        env,
        options,
        await this.options.connection.getServer(),
      ),
    );
  }

  async revokeMachineCredential(
    env: ClusterEnvironment,
    credentialId: string,
  ): Promise<void> {
    await this.#run('revoke a machine credential', client =>
      revokeMachineCredential(client, env, credentialId),
    );
  }

  async revokeAccess(env: ClusterEnvironment): Promise<void> {
    await this.#run('take access away', client => deleteAccess(client, env));
  }

  async deleteNamespace(env: ClusterEnvironment): Promise<void> {
    await this.#run('delete the namespace', client =>
      deleteNamespace(client, env),
    );
  }

  async checkNamespaceGone(env: ClusterEnvironment): Promise<StepResult> {
    return this.#run('look whether the namespace is gone', client =>
      checkNamespaceGone(client, env),
    );
  }

  async #run<T>(
    action: string,
    operation: (client: KubernetesApiClient) => Promise<T>,
  ): Promise<T> {
    try {
      return await operation(this.options.client);
    } catch (error) {
      throw toServiceError(error, {
        region: this.region,
        action,
        logger: this.options.logger,
      });
    }
  }

  async #readOidc(): Promise<KubernetesOidc> {
    const { issuerUrl, clientId, caFile } = this.options.region.oidc;
    return {
      issuerUrl,
      clientId,
      ...(caFile && {
        certificateAuthorityData: (await readFile(caFile)).toString('base64'),
      }),
    };
  }
}

async function getQuota(
  client: KubernetesApiClient,
  env: ClusterEnvironment,
): Promise<LiveResourceQuota | undefined> {
  try {
    return await client.get<LiveResourceQuota>(buildResourceQuota(env));
  } catch (error) {
    if (isApiError(error, 404)) {
      return undefined;
    }
    throw error;
  }
}
