import { at, defineChecks, type Check } from '../__testUtils__/checks';
import { useTenants } from '../__testUtils__/tenants';
import { describeWithStack } from '../__testUtils__/testStack';

const rbac = 'rbac.authorization.k8s.io/v1';
const net = 'networking.k8s.io/v1';
const merge = 'application/merge-patch+json';
const managed = { 'nerds.overheid.nl/managed-by': 'nerds-portal' };

const namespacePatches: [string, string, string, unknown][] = [
  ['its labels', '', merge, { metadata: { labels: { x: 'y' } } }],
  [
    'its Pod Security by server-side apply',
    '?fieldManager=nerds-portal&force=true',
    'application/apply-patch+yaml',
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: {
        labels: { 'pod-security.kubernetes.io/enforce': 'privileged' },
      },
    },
  ],
  [
    'its Pod Security by JSON patch',
    '',
    'application/json-patch+json',
    [
      {
        op: 'remove',
        path: '/metadata/labels/pod-security.kubernetes.io~1enforce',
      },
    ],
  ],
  ['its status', '/status', merge, { status: { phase: 'Active' } }],
  [
    'its node selector annotation',
    '',
    merge,
    {
      metadata: {
        annotations: { 'scheduler.alpha.kubernetes.io/node-selector': 'a=b' },
      },
    },
  ],
];

/** Every way to change or remove what the tenant has no right on at all. */
const readOnly: [string, string, string][] = [
  ['v1', 'resourcequotas', 'nerds-quota'],
  ['v1', 'limitranges', 'nerds-limits'],
  ['v1', 'serviceaccounts', 'nerds-machine'],
  ['v1', 'serviceaccounts', 'default'],
  [rbac, 'rolebindings', 'nerds-team.nerds-tenant'],
];

const bind = (subjects: unknown[], role = 'nerds-tenant') => ({
  apiVersion: rbac,
  kind: 'RoleBinding',
  metadata: { name: 'check' },
  roleRef: {
    apiGroup: 'rbac.authorization.k8s.io',
    kind: 'ClusterRole',
    name: role,
  },
  subjects,
});

const checks: Check[] = [
  ...namespacePatches.map(
    ([what, suffix, contentType, body]): Check => ({
      title: `cannot change of its namespace ${what}`,
      call: ({ a }) => ({
        method: 'PATCH',
        path: `/api/v1/namespaces/${a.kubernetesNamespace}${suffix}`,
        contentType,
        body,
      }),
      outcome: 'forbidden',
    }),
  ),
  {
    title: 'cannot finalize its namespace',
    call: ({ a }) => ({
      method: 'PUT',
      path: `/api/v1/namespaces/${a.kubernetesNamespace}/finalize`,
      body: {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: a.kubernetesNamespace },
      },
    }),
    outcome: 'forbidden',
  },
  ...readOnly.flatMap(([apiVersion, resource, name]): Check[] => [
    {
      title: `can read ${resource} ${name}`,
      call: ({ a }) => ({
        method: 'GET',
        path: at(a, apiVersion, resource, name),
      }),
      outcome: 'allowed',
    },
    {
      title: `cannot change ${resource} ${name}`,
      call: ({ a }) => ({
        method: 'PATCH',
        path: at(a, apiVersion, resource, name),
        contentType: merge,
        body: { metadata: { labels: { x: 'y' } } },
      }),
      outcome: 'forbidden',
    },
    {
      title: `cannot delete ${resource} ${name}`,
      call: ({ a }) => ({
        method: 'DELETE',
        path: at(a, apiVersion, resource, name),
      }),
      outcome: 'forbidden',
    },
    {
      title: `cannot delete all ${resource}, trying for ${name}`,
      call: ({ a }) => ({
        method: 'DELETE',
        path: at(a, apiVersion, resource),
      }),
      outcome: 'forbidden',
    },
  ]),
  {
    title: 'cannot make a ResourceQuota of its own',
    call: ({ a }) => ({
      method: 'POST',
      path: at(a, 'v1', 'resourcequotas'),
      body: {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'own' },
        spec: { hard: { pods: '100' } },
      },
    }),
    outcome: 'forbidden',
  },
  {
    title: 'cannot raise the status of the ResourceQuota',
    call: ({ a }) => ({
      method: 'PATCH',
      path: at(a, 'v1', 'resourcequotas', 'nerds-quota', 'status'),
      contentType: merge,
      body: { status: { hard: { pods: '1000' } } },
    }),
    outcome: 'forbidden',
  },
  ...['nerds-default-deny', 'nerds-allow-dns'].flatMap((name): Check[] => [
    {
      title: `cannot change the portal’s NetworkPolicy ${name}`,
      call: ({ a }) => ({
        method: 'PATCH',
        path: at(a, net, 'networkpolicies', name),
        contentType: merge,
        body: { spec: { policyTypes: ['Ingress'] } },
      }),
      outcome: 'policy nerds-protect-managed',
    },
    {
      title: `cannot delete the portal’s NetworkPolicy ${name}`,
      call: ({ a }) => ({
        method: 'DELETE',
        path: at(a, net, 'networkpolicies', name),
      }),
      outcome: 'policy nerds-protect-managed',
    },
  ]),
  {
    title: 'cannot take the portal’s label off, to delete after',
    call: ({ a }) => ({
      method: 'PATCH',
      path: at(a, net, 'networkpolicies', 'nerds-default-deny'),
      contentType: merge,
      body: { metadata: { labels: { 'nerds.overheid.nl/managed-by': null } } },
    }),
    outcome: 'policy nerds-protect-managed',
  },
  {
    title: 'gains nothing by the portal’s field manager name',
    call: ({ a }) => ({
      method: 'PATCH',
      path: `${at(
        a,
        net,
        'networkpolicies',
        'nerds-default-deny',
      )}?fieldManager=nerds-portal&force=true`,
      contentType: 'application/apply-patch+yaml',
      body: {
        apiVersion: net,
        kind: 'NetworkPolicy',
        metadata: { labels: managed },
        spec: { podSelector: { matchLabels: { nothing: 'here' } } },
      },
    }),
    outcome: 'policy nerds-protect-managed',
  },
  {
    title: 'cannot put a finalizer on what the portal manages',
    call: ({ a }) => ({
      method: 'PATCH',
      path: at(a, net, 'networkpolicies', 'nerds-default-deny'),
      contentType: merge,
      body: { metadata: { finalizers: ['example.nl/hold'] } },
    }),
    outcome: 'policy nerds-protect-managed',
  },
  ...[
    ['configmaps', 'v1', { kind: 'ConfigMap' }],
    ['secrets', 'v1', { kind: 'Secret' }],
    [
      'networkpolicies',
      net,
      { kind: 'NetworkPolicy', spec: { podSelector: {} } },
    ],
  ].map(
    ([resource, apiVersion, object]): Check => ({
      title: `cannot make ${resource} that look like the portal’s`,
      call: ({ a }) => ({
        method: 'POST',
        path: at(a, String(apiVersion), String(resource)),
        body: {
          apiVersion,
          metadata: { name: 'forged', labels: managed },
          ...(object as object),
        },
      }),
      outcome: 'policy nerds-protect-managed',
    }),
  ),
  {
    title: 'cannot delete the Secret of a machine credential',
    call: ({ a }) => ({ method: 'DELETE', path: at(a, 'v1', 'secrets') }),
    outcome: 'policy nerds-protect-managed',
  },
  {
    title: 'cannot bind cluster-admin in its own namespace',
    call: ({ a }) => ({
      method: 'POST',
      path: at(a, rbac, 'rolebindings'),
      body: bind([{ kind: 'User', name: 'x' }], 'cluster-admin'),
    }),
    outcome: 'forbidden',
  },
  {
    title: 'cannot let another team in by itself',
    call: ({ a }) => ({
      method: 'POST',
      path: at(a, rbac, 'rolebindings'),
      body: bind([{ kind: 'Group', name: 'oidc:vergunningen' }]),
    }),
    outcome: 'forbidden',
  },
  {
    title: 'cannot make a Role, also not with rights it lacks',
    call: ({ a }) => ({
      method: 'POST',
      path: at(a, rbac, 'roles'),
      body: {
        apiVersion: rbac,
        kind: 'Role',
        metadata: { name: 'check' },
        rules: [
          { apiGroups: [''], resources: ['resourcequotas'], verbs: ['*'] },
        ],
      },
    }),
    outcome: 'forbidden',
  },
  {
    title: 'cannot make a ServiceAccount',
    call: ({ a }) => ({
      method: 'POST',
      path: at(a, 'v1', 'serviceaccounts'),
      body: {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'check' },
      },
    }),
    outcome: 'forbidden',
  },
  {
    title: 'can make a ConfigMap of its own',
    call: ({ a }) => ({
      method: 'POST',
      path: at(a, 'v1', 'configmaps'),
      body: {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { generateName: 'own-' },
      },
    }),
    outcome: 'allowed',
  },
];

describeWithStack('inside its own namespace a tenant', stack => {
  const tenants = useTenants(stack);
  const read = (path: string) => tenants.admin.must({ method: 'GET', path });

  defineChecks(tenants, checks);

  it('keeps the portal’s NetworkPolicies when it deletes all of them', async () => {
    await tenants.machine.must({
      method: 'POST',
      path: at(tenants.a, net, 'networkpolicies'),
      body: {
        apiVersion: net,
        kind: 'NetworkPolicy',
        metadata: { name: 'a-first-one-of-its-own' },
        spec: { podSelector: {}, policyTypes: ['Ingress'] },
      },
    });

    const answer = await tenants.machine.call({
      method: 'DELETE',
      path: at(tenants.a, net, 'networkpolicies'),
    });

    expect(answer.status).toBe(403);
    expect(answer.body.message).toContain('nerds-protect-managed');
    const { items } = await read(at(tenants.a, net, 'networkpolicies'));
    expect(
      items
        .map(({ metadata }: any) => metadata.name)
        .filter((name: string) => name.startsWith('nerds-')),
    ).toHaveLength(4);
  });

  it('is told why, in Dutch and English', async () => {
    const answer = await tenants.person.call({
      method: 'DELETE',
      path: at(tenants.a, net, 'networkpolicies', 'nerds-default-deny'),
    });

    expect(answer.body.message).toContain('beheerd door het NeRDS-portaal');
    expect(answer.body.message).toContain('managed by the NeRDS portal');
  });

  it('gets kube-root-ca.crt back after deleting it', async () => {
    const path = at(tenants.a, 'v1', 'configmaps', 'kube-root-ca.crt');
    const before = await read(path);
    await tenants.machine.must({ method: 'DELETE', path });

    const deadline = Date.now() + 20_000;
    let after = await tenants.admin.call({ method: 'GET', path });
    while (after.status !== 200 && Date.now() < deadline) {
      after = await tenants.admin.call({ method: 'GET', path });
    }

    expect(after.body.data).toEqual(before.data);
    expect(after.body.metadata?.uid).not.toBe(before.metadata?.uid);
  });

  it.each([
    'system:authenticated',
    'system:unauthenticated',
    'system:serviceaccounts',
  ])('is not opened to %s, not even by a cluster-admin', async name => {
    const answer = await tenants.admin.call({
      method: 'POST',
      path: at(tenants.a, rbac, 'rolebindings'),
      body: bind([{ kind: 'Group', name }]),
    });

    expect(answer.status).toBe(403);
    expect(answer.body.message).toContain('nerds-role-bindings');
  });

  it('is not opened to an account of another namespace, not even by a cluster-admin', async () => {
    const answer = await tenants.admin.call({
      method: 'POST',
      path: at(tenants.a, rbac, 'rolebindings'),
      body: bind([
        {
          kind: 'ServiceAccount',
          name: 'nerds-machine',
          namespace: tenants.b.kubernetesNamespace,
        },
      ]),
    });

    expect(answer.body.message).toContain('nerds-role-bindings');
  });
});
