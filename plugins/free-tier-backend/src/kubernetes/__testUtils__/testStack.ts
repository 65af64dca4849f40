/* eslint-disable jest/no-export -- defines tests for the files that import it */
import { readFileSync } from 'node:fs';
import { mockServices } from '@backstage/backend-test-utils';
import { createHostCluster } from '../createHostCluster';
import type { HostCluster, StepResult } from '../HostCluster';

/** A running control plane with the guard-rails applied, and an identity provider it trusts. */
export interface TestStack {
  /** Kubeconfig files of a cluster-admin and of the portal's own account. */
  adminKubeconfig: string;
  portalKubeconfig: string;
  server: string;
  caFile: string;
  issuerUrl: string;
  issuerCaFile: string;
  /** `GET <mintUrl>?account=…&client=nerds-kubectl` answers an id token. */
  mintUrl: string;
  /** The kubectl of the same version as the control plane. */
  kubectl: string;
}

const stackFile = process.env.NERDS_TEST_STACK;

/** Runs on the control plane that NERDS_TEST_STACK describes; skipped, with the reason, without one. */
export function describeWithStack(
  title: string,
  define: (stack: TestStack) => void,
): void {
  if (!stackFile) {
    const reason = 'NERDS_TEST_STACK names no running control plane';
    // eslint-disable-next-line jest/no-disabled-tests -- the reason is in the title
    describe.skip(`${title} (skipped: ${reason})`, () => {
      it.todo('needs a control plane');
    });
    return;
  }
  const stack = readStack(stackFile);
  describe(`${title}`, () => {
    jest.setTimeout(120_000);
    define(stack);
  });
}

/** From what `packages/local-stack/src/testStack.ts` writes. */
function readStack(file: string): TestStack {
  const details = JSON.parse(readFileSync(file, 'utf8'));
  return {
    ...details,
    caFile: details.caFile ?? details.kubernetesCaFile,
    issuerUrl: details.issuerUrl ?? details.issuer,
    issuerCaFile: details.issuerCaFile ?? details.oidcCaFile,
  };
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
