import { readFileSync } from 'node:fs';
import { mockServices } from '@backstage/backend-test-utils';
import { createHostCluster } from '../createHostCluster';
import type { HostCluster, StepResult } from '../HostCluster';

/** A running control plane with the guard-rails applied, as the local stack describes it. */
export interface TestStack {
  /** Kubeconfig files of a cluster-admin and of the portal's own account. */
  adminKubeconfig: string;
  portalKubeconfig: string;
  server: string;
  caFile: string;
  issuerUrl: string;
  issuerCaFile: string;
  /** `GET <mintUrl>?account=…&client=nerds-kubectl` answers `{ "idToken": … }`. */
  mintUrl: string;
}

const stackFile = process.env.NERDS_TEST_STACK;

/** Runs on the control plane that NERDS_TEST_STACK describes; skipped, with the reason, without one. */
export function describeWithStack(
  title: string,
  define: (stack: TestStack) => void,
): void {
  if (!stackFile) {
    // eslint-disable-next-line jest/no-disabled-tests, jest/valid-title
    describe.skip(`${title} (skipped: NERDS_TEST_STACK names no running control plane)`, () => {
      it('needs a control plane', () => {});
    });
    return;
  }
  const stack: TestStack = JSON.parse(readFileSync(stackFile, 'utf8'));
  describe(title, () => {
    jest.setTimeout(120_000);
    define(stack);
  });
}

/** The host cluster as the portal sees it: with its least-privilege account. */
export function createTestHostCluster(
  stack: TestStack,
  signal?: AbortSignal,
): HostCluster {
  return createHostCluster({
    region: {
      name: 'local',
      kubeconfigFile: stack.portalKubeconfig,
      oidc: {
        issuerUrl: stack.issuerUrl,
        clientId: 'nerds-kubectl',
        caFile: stack.issuerCaFile,
        groupsPrefix: 'oidc:',
      },
      ingressNamespaceLabels: {
        'kubernetes.io/metadata.name': 'ingress-nginx',
      },
    },
    logger: mockServices.logger.mock(),
    signal,
  });
}

/** Asks until it is true; fails with the last answer after 30 s. */
export async function waitFor<T>(
  ask: () => Promise<T>,
  isTrue: (answer: T) => boolean,
): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const answer = await ask();
    if (isTrue(answer)) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(`Still not true: ${JSON.stringify(answer)}`);
    }
    await new Promise(resolve => {
      setTimeout(resolve, 50);
    });
  }
}

/** Asks a step until it is done. */
export async function waitForStep(
  check: () => Promise<StepResult>,
): Promise<void> {
  await waitFor(check, result => result.done);
}
