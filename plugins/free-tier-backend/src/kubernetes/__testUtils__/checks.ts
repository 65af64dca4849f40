/* eslint-disable jest/no-export -- defines tests for the files that import it */
import type { ApiAnswer, ApiCall } from './ApiCaller';
import type { Tenants } from './tenants';

/** How a call has to end, and by what. */
export type Outcome =
  | 'allowed'
  // RBAC: the role does not have it
  | 'forbidden'
  // one of our policies in host-cluster/, by name
  | `policy ${string}`
  // Pod Security `restricted`
  | 'pod security'
  // the ResourceQuota or LimitRange
  | 'quota'
  | 'limit range'
  // by whichever admission or validation of Kubernetes or ours comes first
  | 'refused';

/** One isolation check: a plain sentence, a real call, and how it must end. */
export interface Check {
  title: string;
  call: (tenants: Tenants) => ApiCall;
  outcome: Outcome;
}

/** Does the call as the machine and as the person, and compares the outcome. */
export function defineChecks(tenants: Tenants, checks: Check[]): void {
  describe.each(['machine', 'person'] as const)('as a %s', identity => {
    it.each(checks)('$title', async ({ call, outcome }) => {
      const answer = await tenants[identity].call(call(tenants));

      expect(toOutcome(answer, outcome)).toBe(outcome);
    });
  });
}

/** What an answer means, in the words of {@link Outcome}; otherwise the answer itself. */
function toOutcome(answer: ApiAnswer, expected: Outcome): string {
  const { status, body } = answer;
  const message = body.message ?? '';
  if (status < 300) {
    return 'allowed';
  }
  if (expected === 'refused' && [400, 403, 422].includes(status)) {
    return 'refused';
  }
  const policy = /ValidatingAdmissionPolicy '([\w-]+)'/.exec(message)?.[1];
  if (policy) {
    return `policy ${policy}`;
  }
  if (status === 403 && / cannot [\w:-]+ (resource|path) /.test(message)) {
    return 'forbidden';
  }
  if (status === 403 && message.includes('violates PodSecurity')) {
    return 'pod security';
  }
  if (status === 403 && message.includes('exceeded quota')) {
    return 'quota';
  }
  if (status === 403 && /(maximum|minimum) .* per Container/.test(message)) {
    return 'limit range';
  }
  return `${status} ${message}`;
}

/** Path of a namespaced resource: `at(env, 'apps/v1', 'deployments', 'web')`. */
export function at(
  env: { kubernetesNamespace: string },
  apiVersion: string,
  ...rest: string[]
): string {
  return within(env.kubernetesNamespace, apiVersion, ...rest);
}

/** The same in a namespace by name. */
export function within(
  namespace: string,
  apiVersion: string,
  ...rest: string[]
): string {
  const group = apiVersion.includes('/') ? 'apis' : 'api';
  return `/${group}/${apiVersion}/namespaces/${namespace}/${rest.join('/')}`;
}

/** A pod that Pod Security `restricted` accepts, with changes. */
export function buildPod(
  spec: Record<string, unknown> = {},
  container: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { generateName: 'check-' },
    spec: {
      securityContext: {
        runAsNonRoot: true,
        seccompProfile: { type: 'RuntimeDefault' },
      },
      containers: [buildContainer(container)],
      ...spec,
    },
  };
}

/** A container that Pod Security `restricted` accepts, with changes. */
export function buildContainer(
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    name: 'main',
    image: 'registry.example.nl/app:1',
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
    },
    ...changes,
  };
}

/** A Deployment around a pod. */
export function buildDeployment(
  pod: Record<string, any> = buildPod(),
): Record<string, unknown> {
  const labels = { app: 'check' };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { generateName: 'check-' },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: pod.spec },
    },
  };
}
