import { randomUUID } from 'node:crypto';
import { buildTestEnvironment } from '../../domain/__testUtils__/buildTestEnvironment';
import type { ClusterEnvironment, HostCluster } from '../HostCluster';
import { ApiCaller, mintIdToken } from './ApiCaller';
import {
  createTestHostCluster,
  waitForStep,
  type TestStack,
} from './testStack';

/** Takes a cluster all the way to ready, as the reconciler does. */
export async function makeReady(
  hostCluster: HostCluster,
  env: ClusterEnvironment,
): Promise<ClusterEnvironment> {
  const made = { ...env, ...(await hostCluster.ensureNamespace(env)) };
  await hostCluster.ensureGuardRails(made);
  await waitForStep(() => hostCluster.checkQuotaEnforced(made));
  await hostCluster.ensureAccess(made);
  await waitForStep(() => hostCluster.checkAccessEffective(made));
  return made;
}

/** Takes it away again without waiting for the end. */
export async function takeAway(
  hostCluster: HostCluster,
  env: ClusterEnvironment,
): Promise<void> {
  await hostCluster.revokeAccess(env);
  await hostCluster.deleteNamespace(env);
}

/** The token in a machine's kubeconfig. */
export function readToken(kubeconfig: Record<string, any>): string {
  return kubeconfig.users[0].user.token;
}

/** Two teams' clusters on one host cluster, with the credentials of the first. */
export interface Tenants {
  hostCluster: HostCluster;
  admin: ApiCaller;
  a: ClusterEnvironment;
  b: ClusterEnvironment;
  /** With the machine credential of tenant A. */
  machine: ApiCaller;
  /** As a person of team A, signed in through OIDC. */
  person: ApiCaller;
}

/** Makes the tenants before the tests of a describe, and takes them away after. */
export function useTenants(stack: TestStack): Tenants {
  const tenants = {} as Tenants;
  const stop = new AbortController();

  beforeAll(async () => {
    const hostCluster = createTestHostCluster(stack, stop.signal);
    const [a, b] = await Promise.all([
      makeReady(hostCluster, buildTestEnvironment({ team: 'burgerzaken' })),
      makeReady(hostCluster, buildTestEnvironment({ team: 'vergunningen' })),
    ]);
    const { kubeconfig } = await hostCluster.issueMachineKubeconfig(a, {
      credentialId: randomUUID(),
      lifetimeSeconds: 3600,
    });
    Object.assign(tenants, {
      hostCluster,
      a,
      b,
      admin: ApiCaller.withKubeconfig(stack.adminKubeconfig),
      machine: ApiCaller.withToken(stack, readToken(kubeconfig)),
      person: ApiCaller.withToken(
        stack,
        await mintIdToken(stack, 'dev-burgerzaken'),
      ),
    });
  });

  afterAll(async () => {
    await takeAway(tenants.hostCluster, tenants.a);
    await takeAway(tenants.hostCluster, tenants.b);
    tenants.machine.destroy();
    tenants.person.destroy();
    tenants.admin.destroy();
    stop.abort();
  });

  return tenants;
}
