import { at, defineChecks, within, type Check } from '../__testUtils__/checks';
import { discoverResources, listRights } from '../__testUtils__/discovery';
import { useTenants } from '../__testUtils__/tenants';
import { describeWithStack } from '../__testUtils__/testStack';

const rbac = 'rbac.authorization.k8s.io/v1';

/** Cluster-scoped kinds with an object that would give the tenant something. */
const clusterObjects: [string, string, Record<string, unknown>][] = [
  [rbac, 'clusterroles', { kind: 'ClusterRole', rules: [] }],
  [
    rbac,
    'clusterrolebindings',
    {
      kind: 'ClusterRoleBinding',
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'cluster-admin',
      },
    },
  ],
  [
    'apiextensions.k8s.io/v1',
    'customresourcedefinitions',
    { kind: 'CustomResourceDefinition' },
  ],
  ['apiregistration.k8s.io/v1', 'apiservices', { kind: 'APIService' }],
  ['v1', 'persistentvolumes', { kind: 'PersistentVolume' }],
  ['storage.k8s.io/v1', 'storageclasses', { kind: 'StorageClass' }],
  ['storage.k8s.io/v1', 'volumeattachments', { kind: 'VolumeAttachment' }],
  ['storage.k8s.io/v1', 'csidrivers', { kind: 'CSIDriver' }],
  [
    'scheduling.k8s.io/v1',
    'priorityclasses',
    { kind: 'PriorityClass', value: 1 },
  ],
  ['node.k8s.io/v1', 'runtimeclasses', { kind: 'RuntimeClass', handler: 'x' }],
  ['networking.k8s.io/v1', 'ingressclasses', { kind: 'IngressClass' }],
  ['flowcontrol.apiserver.k8s.io/v1', 'flowschemas', { kind: 'FlowSchema' }],
  [
    'flowcontrol.apiserver.k8s.io/v1',
    'prioritylevelconfigurations',
    { kind: 'PriorityLevelConfiguration' },
  ],
  [
    'admissionregistration.k8s.io/v1',
    'validatingadmissionpolicies',
    { kind: 'ValidatingAdmissionPolicy' },
  ],
  [
    'admissionregistration.k8s.io/v1',
    'validatingadmissionpolicybindings',
    { kind: 'ValidatingAdmissionPolicyBinding' },
  ],
  [
    'admissionregistration.k8s.io/v1',
    'validatingwebhookconfigurations',
    { kind: 'ValidatingWebhookConfiguration' },
  ],
  [
    'admissionregistration.k8s.io/v1',
    'mutatingwebhookconfigurations',
    { kind: 'MutatingWebhookConfiguration' },
  ],
  [
    'certificates.k8s.io/v1',
    'certificatesigningrequests',
    {
      kind: 'CertificateSigningRequest',
      spec: {
        request: 'eA==',
        signerName: 'kubernetes.io/kube-apiserver-client',
        usages: ['client auth'],
      },
    },
  ],
  [
    'authentication.k8s.io/v1',
    'tokenreviews',
    { kind: 'TokenReview', spec: { token: 'x' } },
  ],
  [
    'authorization.k8s.io/v1',
    'subjectaccessreviews',
    { kind: 'SubjectAccessReview', spec: { user: 'x' } },
  ],
];

const checks: Check[] = [
  {
    title: 'cannot list all namespaces',
    call: () => ({ method: 'GET', path: '/api/v1/namespaces' }),
    outcome: 'forbidden',
  },
  {
    title: 'cannot watch all namespaces',
    call: () => ({ method: 'GET', path: '/api/v1/namespaces?watch=1' }),
    outcome: 'forbidden',
  },
  {
    title: 'cannot make a namespace',
    call: () => ({
      method: 'POST',
      path: '/api/v1/namespaces',
      body: {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'of-my-own' },
      },
    }),
    outcome: 'forbidden',
  },
  {
    title: 'can read its own namespace',
    call: ({ a }) => ({
      method: 'GET',
      path: `/api/v1/namespaces/${a.kubernetesNamespace}`,
    }),
    outcome: 'allowed',
  },
  {
    title: 'cannot delete its own namespace',
    call: ({ a }) => ({
      method: 'DELETE',
      path: `/api/v1/namespaces/${a.kubernetesNamespace}`,
    }),
    outcome: 'forbidden',
  },
  {
    title: 'cannot read the other team’s namespace',
    call: ({ b }) => ({
      method: 'GET',
      path: `/api/v1/namespaces/${b.kubernetesNamespace}`,
    }),
    outcome: 'forbidden',
  },
  ...clusterObjects.map(
    ([apiVersion, resource, object]): Check => ({
      title: `cannot make ${resource}`,
      call: () => ({
        method: 'POST',
        path: `/${
          apiVersion === 'v1' ? 'api' : 'apis'
        }/${apiVersion}/${resource}`,
        body: { apiVersion, metadata: { name: 'check' }, ...object },
      }),
      outcome: 'forbidden',
    }),
  ),
  ...['proxy/metrics', 'proxy/pods'].map(
    (path): Check => ({
      title: `cannot reach a node’s ${path} through the API server`,
      call: () => ({ method: 'GET', path: `/api/v1/nodes/node-0/${path}` }),
      outcome: 'forbidden',
    }),
  ),
  ...['/metrics', '/debug/pprof/', '/logs/', '/configz'].map(
    (path): Check => ({
      title: `cannot read ${path} of the API server`,
      call: () => ({ method: 'GET', path }),
      outcome: 'forbidden',
    }),
  ),
  ...['/livez', '/readyz', '/version'].map(
    (path): Check => ({
      title: `can read ${path} of the API server`,
      call: () => ({ method: 'GET', path }),
      outcome: 'allowed',
    }),
  ),
  ...[
    [
      'a cluster-admin',
      { 'Impersonate-User': 'admin', 'Impersonate-Group': 'system:masters' },
    ],
    ['another person', { 'Impersonate-User': 'oidc:dev-vergunningen' }],
    [
      'the portal',
      { 'Impersonate-User': 'system:serviceaccount:nerds-portal:nerds-portal' },
    ],
  ].map(
    ([who, headers]): Check => ({
      title: `cannot act as ${who}`,
      call: ({ a }) => ({
        method: 'GET',
        path: at(a, 'v1', 'pods'),
        headers: headers as Record<string, string>,
      }),
      outcome: 'forbidden',
    }),
  ),
  {
    title: 'cannot act as the machine account of its own namespace',
    call: ({ a }) => ({
      method: 'GET',
      path: at(a, 'v1', 'pods'),
      headers: {
        'Impersonate-User': `system:serviceaccount:${a.kubernetesNamespace}:default`,
      },
    }),
    outcome: 'forbidden',
  },
  ...['pods', 'secrets', 'configmaps', 'events'].map(
    (resource): Check => ({
      title: `cannot list ${resource} across all namespaces`,
      call: () => ({ method: 'GET', path: `/api/v1/${resource}` }),
      outcome: 'forbidden',
    }),
  ),
  {
    title: 'cannot watch across all namespaces with a selector for its own',
    call: ({ a }) => ({
      method: 'GET',
      path: `/api/v1/pods?watch=1&fieldSelector=metadata.namespace=${a.kubernetesNamespace}`,
    }),
    outcome: 'forbidden',
  },
  ...['kube-system', 'kube-node-lease'].map(
    (namespace): Check => ({
      title: `cannot make a Lease in ${namespace}`,
      call: () => ({
        method: 'POST',
        path: within(namespace, 'coordination.k8s.io/v1', 'leases'),
        body: {
          apiVersion: 'coordination.k8s.io/v1',
          kind: 'Lease',
          metadata: { name: 'check' },
        },
      }),
      outcome: 'forbidden',
    }),
  ),
  {
    title: 'cannot make an Event in the other team’s namespace',
    call: ({ b }) => ({
      method: 'POST',
      path: at(b, 'v1', 'events'),
      body: { apiVersion: 'v1', kind: 'Event', metadata: { name: 'check' } },
    }),
    outcome: 'forbidden',
  },
];

describeWithStack('outside its own namespace a tenant', stack => {
  const tenants = useTenants(stack);

  defineChecks(tenants, checks);

  it('has no right on anything of the whole cluster but to ask about itself', async () => {
    const resources = await discoverResources(tenants.admin);
    const rights = await listRights(
      tenants.machine,
      resources.filter(({ namespaced }) => !namespaced),
    );

    expect(rights).toEqual([
      'create authentication.k8s.io/selfsubjectreviews',
      'create authorization.k8s.io/selfsubjectaccessreviews',
      'create authorization.k8s.io/selfsubjectrulesreviews',
    ]);
  });

  it.each([
    'kube-system',
    'kube-public',
    'default',
    'nerds-portal',
    'the other team’s',
  ])('has no right at all in the namespace %s', async name => {
    const resources = await discoverResources(tenants.admin);
    const namespace = name.startsWith('the')
      ? tenants.b.kubernetesNamespace
      : name;

    const rights = await listRights(
      tenants.person,
      resources.filter(({ namespaced }) => namespaced),
      namespace,
    );

    expect(rights).toEqual([]);
  });

  it('is refused every list in the other team’s namespace', async () => {
    const resources = await discoverResources(tenants.admin);
    const listable = resources.filter(
      ({ namespaced, verbs }) => namespaced && verbs.includes('list'),
    );

    const answers = await Promise.all(
      listable.map(({ apiVersion, name }) =>
        tenants.machine.call({
          method: 'GET',
          path: at(tenants.b, apiVersion, name),
        }),
      ),
    );

    expect(listable.length).toBeGreaterThan(25);
    expect(answers.filter(({ status }) => status !== 403)).toEqual([]);
  });

  it('cannot tell whether a namespace of another team exists', async () => {
    const read = async (name: string) => {
      const { status, body } = await tenants.machine.call({
        method: 'GET',
        path: `/api/v1/namespaces/${name}`,
      });
      return { status, message: body.message?.replaceAll(name, '…') };
    };

    expect(await read(tenants.b.kubernetesNamespace)).toEqual(
      await read('does-not-exist'),
    );
  });

  it('is queued per person, apart from machines and controllers', async () => {
    const uidOf = async (name: string) => {
      const { metadata } = await tenants.admin.must({
        method: 'GET',
        path: `/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas/${name}`,
      });
      return metadata?.uid;
    };
    const answer = await tenants.person.call({
      method: 'GET',
      path: at(tenants.a, 'v1', 'pods'),
    });

    expect(answer.headers['x-kubernetes-pf-flowschema-uid']).toBe(
      await uidOf('nerds-people'),
    );
  });
});
