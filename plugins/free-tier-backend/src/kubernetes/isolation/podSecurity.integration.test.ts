import {
  at,
  buildContainer,
  buildDeployment,
  buildPod,
  defineChecks,
  type Check,
  type Outcome,
} from '../__testUtils__/checks';
import { useTenants, type Tenants } from '../__testUtils__/tenants';
import { describeWithStack, waitFor } from '../__testUtils__/testStack';

/** What is read of a pod. */
interface PodSpec {
  securityContext: object;
  initContainers: { securityContext: object }[];
  containers: { securityContext: object }[];
}

const secure = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
};
const withSecurity = (changes: object) =>
  buildPod({}, { securityContext: { ...secure, ...changes } });
const withPodSecurity = (changes: object) =>
  buildPod({
    securityContext: {
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
      ...changes,
    },
  });
const withVolume = (volume: object) =>
  buildPod({ volumes: [{ name: 'v', ...volume }] });

/** What Pod Security `restricted` must refuse, as a person would read it. */
const insecurePods: [string, Record<string, unknown>][] = [
  [
    'is privileged',
    withSecurity({ privileged: true, allowPrivilegeEscalation: true }),
  ],
  ['uses the node’s network', buildPod({ hostNetwork: true })],
  ['sees the node’s processes', buildPod({ hostPID: true })],
  ['shares the node’s memory', buildPod({ hostIPC: true })],
  [
    'takes a port of the node',
    buildPod({}, { ports: [{ containerPort: 80, hostPort: 80 }] }),
  ],
  ['mounts a folder of the node', withVolume({ hostPath: { path: '/etc' } })],
  [
    'mounts the container runtime’s socket',
    withVolume({
      hostPath: { path: '/run/containerd/containerd.sock', type: 'Socket' },
    }),
  ],
  [
    'adds SYS_ADMIN',
    withSecurity({ capabilities: { drop: ['ALL'], add: ['SYS_ADMIN'] } }),
  ],
  [
    'adds NET_RAW',
    withSecurity({ capabilities: { drop: ['ALL'], add: ['NET_RAW'] } }),
  ],
  [
    'drops only some capabilities',
    withSecurity({ capabilities: { drop: ['NET_RAW'] } }),
  ],
  ['may gain privileges', withSecurity({ allowPrivilegeEscalation: true })],
  ['says that it may be root', withPodSecurity({ runAsNonRoot: false })],
  ['runs as user 0', withSecurity({ runAsUser: 0 })],
  [
    'switches seccomp off',
    withPodSecurity({ seccompProfile: { type: 'Unconfined' } }),
  ],
  [
    'switches AppArmor off',
    withPodSecurity({ appArmorProfile: { type: 'Unconfined' } }),
  ],
  [
    'unmasks /proc',
    buildPod(
      { hostUsers: false },
      { securityContext: { ...secure, procMount: 'Unmasked' } },
    ),
  ],
  [
    'sets an unsafe sysctl',
    withPodSecurity({ sysctls: [{ name: 'kernel.msgmax', value: '1' }] }),
  ],
  [
    'chooses an SELinux user',
    withPodSecurity({ seLinuxOptions: { user: 'system_u' } }),
  ],
  [
    'chooses an SELinux type',
    withPodSecurity({ seLinuxOptions: { type: 'spc_t' } }),
  ],
  [
    'is a host process of Windows',
    buildPod({
      hostNetwork: true,
      securityContext: {
        runAsNonRoot: true,
        windowsOptions: { hostProcess: true },
      },
    }),
  ],
  ['mounts NFS', withVolume({ nfs: { server: 'nfs', path: '/' } })],
  [
    'mounts iSCSI',
    withVolume({
      iscsi: { targetPortal: 'x:3260', iqn: 'iqn.2001-04.nl:x', lun: 0 },
    }),
  ],
  ['mounts a flexVolume', withVolume({ flexVolume: { driver: 'x/y' } })],
  [
    'has a probe that asks another host',
    buildPod(
      {},
      { livenessProbe: { httpGet: { host: '169.254.169.254', port: 80 } } },
    ),
  ],
  [
    'has a lifecycle hook that calls another host',
    buildPod(
      {},
      {
        lifecycle: { preStop: { httpGet: { host: '10.0.0.1', port: 10250 } } },
      },
    ),
  ],
  [
    'has a privileged init container',
    buildPod({
      initContainers: [
        buildContainer({
          name: 'init',
          securityContext: {
            ...secure,
            privileged: true,
            allowPrivilegeEscalation: true,
          },
        }),
      ],
    }),
  ],
];

/** Where a pod runs and as whom: our own policies. */
const misplacedPods: [string, Record<string, unknown>][] = [
  ['chooses its node', buildPod({ nodeName: 'control-plane-0' })],
  [
    'tolerates every taint',
    buildPod({ tolerations: [{ operator: 'Exists' }] }),
  ],
  [
    'tolerates control-plane nodes',
    buildPod({
      tolerations: [
        { key: 'node-role.kubernetes.io/control-plane', operator: 'Exists' },
      ],
    }),
  ],
  [
    'selects control-plane nodes',
    buildPod({ nodeSelector: { 'node-role.kubernetes.io/control-plane': '' } }),
  ],
  [
    'requires control-plane nodes by affinity',
    buildPod({
      affinity: {
        nodeAffinity: {
          requiredDuringSchedulingIgnoredDuringExecution: {
            nodeSelectorTerms: [
              {
                matchExpressions: [
                  {
                    key: 'node-role.kubernetes.io/control-plane',
                    operator: 'Exists',
                  },
                ],
              },
            ],
          },
        },
      },
    }),
  ],
  [
    'has the priority of the platform',
    buildPod({ priorityClassName: 'system-cluster-critical' }),
  ],
  [
    'uses the machine account',
    buildPod({ serviceAccountName: 'nerds-machine' }),
  ],
];

const create =
  (apiVersion: string, resource: string, body: unknown): Check['call'] =>
  ({ a }: Tenants) => ({
    method: 'POST',
    path: `${at(a, apiVersion, resource)}?dryRun=All`,
    body,
  });

const buildJob = (pod: Record<string, any>) => ({
  apiVersion: 'batch/v1',
  kind: 'Job',
  metadata: { generateName: 'check-' },
  spec: { template: { spec: { restartPolicy: 'Never', ...pod.spec } } },
});

const buildCronJob = (pod: Record<string, any>) => ({
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  metadata: { generateName: 'check-' },
  spec: { schedule: '0 0 * * *', jobTemplate: { spec: buildJob(pod).spec } },
});

const refusePod = (
  outcome: Outcome,
  [what, body]: [string, Record<string, unknown>],
): Check => ({
  title: `cannot make a pod that ${what}`,
  call: create('v1', 'pods', body),
  outcome,
});

const checks: Check[] = [
  {
    title: 'can make a pod that keeps to the rules',
    call: create('v1', 'pods', buildPod()),
    outcome: 'allowed',
  },
  {
    title: 'can make a Deployment that keeps to the rules',
    call: create('apps/v1', 'deployments', buildDeployment()),
    outcome: 'allowed',
  },
  ...insecurePods.map(pod => refusePod('pod security', pod)),
  ...misplacedPods.map(pod => refusePod('policy nerds-pods', pod)),
  ...misplacedPods.flatMap(([what, pod]): Check[] => [
    {
      title: `cannot make a Deployment whose pod ${what}`,
      call: create('apps/v1', 'deployments', buildDeployment(pod)),
      outcome: 'policy nerds-pod-templates',
    },
    {
      title: `cannot make a Job whose pod ${what}`,
      call: create('batch/v1', 'jobs', buildJob(pod)),
      outcome: 'policy nerds-pod-templates',
    },
    {
      title: `cannot make a CronJob whose pod ${what}`,
      call: create('batch/v1', 'cronjobs', buildCronJob(pod)),
      outcome: 'policy nerds-cronjob-templates',
    },
  ]),
  {
    title: 'cannot make a DaemonSet',
    call: create('apps/v1', 'daemonsets', {
      ...buildDeployment(),
      kind: 'DaemonSet',
    }),
    outcome: 'forbidden',
  },
  {
    title: 'cannot use a runtime class that does not exist',
    call: create('v1', 'pods', buildPod({ runtimeClassName: 'unknown' })),
    outcome: 'refused',
  },
  ...['ephemeralcontainers', 'status', 'resize'].map(
    (subresource): Check => ({
      title: `cannot write the ${subresource} of a pod`,
      call: ({ a }) => ({
        method: 'PATCH',
        path: at(a, 'v1', 'pods', 'any', subresource),
        contentType: 'application/merge-patch+json',
        body: {},
      }),
      outcome: 'forbidden',
    }),
  ),
  {
    title: 'cannot bind a pod to a node',
    call: ({ a }) => ({
      method: 'POST',
      path: at(a, 'v1', 'pods', 'any', 'binding'),
      body: {
        apiVersion: 'v1',
        kind: 'Binding',
        metadata: { name: 'any' },
        target: { kind: 'Node', name: 'control-plane-0' },
      },
    }),
    outcome: 'forbidden',
  },
];

describeWithStack('with pods a tenant', stack => {
  const tenants = useTenants(stack);

  defineChecks(tenants, checks);

  it.each([
    ['nothing about security', {}],
    [
      'half of it',
      { securityContext: { capabilities: { add: ['NET_BIND_SERVICE'] } } },
    ],
  ])('gets a safe pod for one that says %s', async (_what, container) => {
    const { metadata, spec } = (await tenants.machine.must({
      method: 'POST',
      path: at(tenants.a, 'v1', 'pods'),
      body: {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { generateName: 'plain-' },
        spec: {
          initContainers: [
            { name: 'first', image: 'example.org/x', ...container },
          ],
          containers: [{ name: 'main', image: 'example.org/x', ...container }],
        },
      },
    })) as { metadata: { name: string }; spec: PodSpec };

    expect(spec.securityContext).toEqual({
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    });
    for (const made of [...spec.initContainers, ...spec.containers]) {
      expect(made.securityContext).toMatchObject({
        allowPrivilegeEscalation: false,
        capabilities: { drop: ['ALL'] },
      });
    }
    await tenants.machine.must({
      method: 'DELETE',
      path: at(tenants.a, 'v1', 'pods', metadata.name),
    });
  });

  it('gets no pod by way of a Deployment, and an event that says why', async () => {
    const { metadata } = await tenants.machine.must({
      method: 'POST',
      path: at(tenants.a, 'apps/v1', 'deployments'),
      body: buildDeployment(
        withSecurity({ privileged: true, allowPrivilegeEscalation: true }),
      ),
    });

    const { items } = await waitFor(
      () =>
        tenants.machine.must({
          method: 'GET',
          path: `${at(
            tenants.a,
            'v1',
            'events',
          )}?fieldSelector=reason=FailedCreate`,
        }),
      ({ items: found }) => found.length > 0,
    );

    expect(items[0].message).toContain('violates PodSecurity');
    const pods = await tenants.machine.must({
      method: 'GET',
      path: at(tenants.a, 'v1', 'pods'),
    });
    expect(pods.items).toEqual([]);
    await tenants.machine.must({
      method: 'DELETE',
      path: at(tenants.a, 'apps/v1', 'deployments', metadata?.name),
    });
  });

  it('cannot add a toleration for control-plane nodes to a running pod', async () => {
    const { metadata, spec } = await tenants.machine.must({
      method: 'POST',
      path: at(tenants.a, 'v1', 'pods'),
      body: buildPod(),
    });
    const path = at(tenants.a, 'v1', 'pods', metadata?.name);

    const answer = await tenants.machine.call({
      method: 'PATCH',
      path,
      contentType: 'application/merge-patch+json',
      body: {
        spec: {
          tolerations: [...spec.tolerations, { operator: 'Exists' }],
        },
      },
    });

    expect(answer.body.message).toContain('nerds-pods');
    await tenants.machine.must({ method: 'DELETE', path });
  });

  it('gets no token of its own account in a pod', async () => {
    const pod = await tenants.machine.must({
      method: 'POST',
      path: `${at(tenants.a, 'v1', 'pods')}?dryRun=All`,
      body: buildPod(),
    });

    expect(pod.spec.serviceAccountName).toBe('default');
    expect(pod.spec.volumes ?? []).toEqual([]);
  });
});
