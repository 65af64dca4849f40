import { randomUUID } from 'node:crypto';
import { buildMachineCredentialSecret } from '../../domain/buildMachineCredentialSecret';
import { buildNamespace } from '../../domain/buildNamespace';
import { buildTeamRoleBinding } from '../../domain/buildRoleBindings';
import { buildTestEnvironment } from '../../domain/__testUtils__/buildTestEnvironment';
import { ApiCaller, type ApiCall } from '../__testUtils__/ApiCaller';
import { at, within } from '../__testUtils__/checks';
import { discoverResources, listRights } from '../__testUtils__/discovery';
import { useTenants, type Tenants } from '../__testUtils__/tenants';
import { describeWithStack } from '../__testUtils__/testStack';

const rbac = 'rbac.authorization.k8s.io/v1';

/** All that the portal may do, as RBAC sees it; the policies narrow it further. */
const rights = [
  'create /namespaces',
  'create /resourcequotas',
  'create /limitranges',
  'create /serviceaccounts',
  'create /secrets',
  'create authentication.k8s.io/selfsubjectreviews',
  'create authorization.k8s.io/selfsubjectaccessreviews',
  'create authorization.k8s.io/selfsubjectrulesreviews',
  'create authorization.k8s.io/subjectaccessreviews',
  'create networking.k8s.io/networkpolicies',
  'create rbac.authorization.k8s.io/rolebindings',
  'delete /namespaces',
  'delete /secrets',
  'delete /serviceaccounts',
  'delete rbac.authorization.k8s.io/rolebindings',
  'deletecollection /serviceaccounts',
  'deletecollection rbac.authorization.k8s.io/rolebindings',
  ...['get', 'list', 'watch', 'patch'].flatMap(verb => [
    `${verb} /limitranges`,
    `${verb} /namespaces`,
    `${verb} /resourcequotas`,
    `${verb} /serviceaccounts`,
    `${verb} networking.k8s.io/networkpolicies`,
    `${verb} rbac.authorization.k8s.io/rolebindings`,
  ]),
  'list /events',
].sort();

const emptySecret = {
  apiVersion: 'v1',
  kind: 'Secret',
  metadata: { name: 'x' },
};
const env = buildTestEnvironment();
const namespace = buildNamespace(env);

/** What the policies in 60-portal-limits.yaml keep the portal from. */
const refused: [string, (tenants: Tenants) => ApiCall][] = [
  [
    'make a namespace without Pod Security',
    () => ({
      method: 'POST',
      path: '/api/v1/namespaces',
      body: {
        ...namespace,
        metadata: {
          ...namespace.metadata,
          labels: {
            ...namespace.metadata.labels,
            'pod-security.kubernetes.io/enforce': 'privileged',
          },
        },
      },
    }),
  ],
  [
    'make a namespace that reads as a part of the platform',
    () => ({
      method: 'POST',
      path: '/api/v1/namespaces',
      body: {
        ...namespace,
        metadata: { ...namespace.metadata, name: 'kube-something' },
      },
    }),
  ],
  [
    'take over a namespace that is not its own',
    () => ({
      method: 'PATCH',
      path: '/api/v1/namespaces/kube-public?fieldManager=nerds-portal&force=true',
      contentType: 'application/apply-patch+yaml',
      body: {
        ...namespace,
        metadata: { ...namespace.metadata, name: 'kube-public' },
      },
    }),
  ],
  [
    'delete a namespace that is not its own',
    () => ({
      method: 'DELETE',
      path: '/api/v1/namespaces/nerds-portal?dryRun=All',
    }),
  ],
  [
    'give a namespace to another cluster',
    ({ a }) => ({
      method: 'PATCH',
      path: `/api/v1/namespaces/${a.kubernetesNamespace}`,
      contentType: 'application/merge-patch+json',
      body: {
        metadata: { labels: { 'nerds.overheid.nl/cluster-id': randomUUID() } },
      },
    }),
  ],
  [
    'bind anything in kube-system',
    () => ({
      method: 'POST',
      path: within('kube-system', rbac, 'rolebindings'),
      body: buildTeamRoleBinding(
        { ...env, kubernetesNamespace: 'kube-system' },
        'oidc:',
      ),
    }),
  ],
  [
    'make a Secret in kube-system',
    () => ({
      method: 'POST',
      path: within('kube-system', 'v1', 'secrets'),
      body: {
        ...buildMachineCredentialSecret(env, 'x'),
        metadata: { name: 'x' },
      },
    }),
  ],
  [
    'make a Secret with something in it',
    ({ a }) => ({
      method: 'POST',
      path: at(a, 'v1', 'secrets'),
      body: { ...buildMachineCredentialSecret(a, 'x'), stringData: { a: 'b' } },
    }),
  ],
  [
    'make a Secret without its labels',
    ({ a }) => ({
      method: 'POST',
      path: at(a, 'v1', 'secrets'),
      body: emptySecret,
    }),
  ],
  [
    'delete a tenant’s Secret, whose contents the answer could hold',
    ({ a }) => ({
      method: 'DELETE',
      path: at(a, 'v1', 'secrets', 'of-the-tenant'),
    }),
  ],
  [
    'bind the tenant’s role to itself',
    ({ a }) => ({
      method: 'POST',
      path: at(a, rbac, 'rolebindings'),
      body: {
        ...buildTeamRoleBinding(a, ''),
        metadata: { ...buildTeamRoleBinding(a, '').metadata, name: 'me' },
        subjects: [
          {
            kind: 'ServiceAccount',
            name: 'nerds-portal',
            namespace: 'nerds-portal',
          },
        ],
      },
    }),
  ],
  [
    'bind the tenant’s role to everyone',
    ({ a }) => ({
      method: 'POST',
      path: at(a, rbac, 'rolebindings'),
      body: {
        ...buildTeamRoleBinding(a, ''),
        metadata: { ...buildTeamRoleBinding(a, '').metadata, name: 'all' },
        subjects: [
          {
            apiGroup: 'rbac.authorization.k8s.io',
            kind: 'Group',
            name: 'system:authenticated',
          },
        ],
      },
    }),
  ],
  [
    'bind another role',
    ({ a }) => ({
      method: 'POST',
      path: at(a, rbac, 'rolebindings'),
      body: {
        ...buildTeamRoleBinding(a, 'oidc:'),
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'ClusterRole',
          name: 'view',
        },
      },
    }),
  ],
  [
    'issue a token that is bound to nothing',
    ({ a }) => ({
      method: 'POST',
      path: at(a, 'v1', 'serviceaccounts', 'nerds-machine', 'token'),
      body: {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: { expirationSeconds: 600 },
      },
    }),
  ],
  [
    'issue a token for another account',
    () => ({
      method: 'POST',
      path: within(
        'kube-system',
        'v1',
        'serviceaccounts',
        'namespace-controller',
        'token',
      ),
      body: {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: {},
      },
    }),
  ],
  [
    'read a tenant’s Secret',
    ({ a }) => ({
      method: 'GET',
      path: at(a, 'v1', 'secrets', 'of-the-tenant'),
    }),
  ],
  [
    'list a tenant’s Secrets',
    ({ a }) => ({ method: 'GET', path: at(a, 'v1', 'secrets') }),
  ],
  ['list all Secrets', () => ({ method: 'GET', path: '/api/v1/secrets' })],
  [
    'read a tenant’s ConfigMaps',
    ({ a }) => ({ method: 'GET', path: at(a, 'v1', 'configmaps') }),
  ],
  [
    'read a tenant’s logs',
    ({ a }) => ({ method: 'GET', path: at(a, 'v1', 'pods', 'any', 'log') }),
  ],
  [
    'run a command in a tenant’s pod',
    ({ a }) => ({ method: 'POST', path: at(a, 'v1', 'pods', 'any', 'exec') }),
  ],
  [
    'make a ClusterRoleBinding',
    () => ({
      method: 'POST',
      path: `/apis/${rbac}/clusterrolebindings`,
      body: {},
    }),
  ],
  [
    'change a policy that limits it',
    () => ({
      method: 'DELETE',
      path: '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings/nerds-portal-secrets',
    }),
  ],
];

describeWithStack('the portal’s own account', stack => {
  const tenants = useTenants(stack);
  let portal: ApiCaller;

  beforeAll(() => {
    portal = ApiCaller.withKubeconfig(stack.portalKubeconfig);
  });

  afterAll(() => portal.destroy());

  it('may do what it needs, and nothing else', async () => {
    const resources = await discoverResources(tenants.admin);

    expect(await listRights(portal, resources)).toEqual(rights);
  });

  describe('beside a Secret of a tenant', () => {
    const path = () => at(tenants.a, 'v1', 'secrets', 'of-the-tenant');

    beforeAll(async () => {
      await tenants.machine.must({
        method: 'POST',
        path: at(tenants.a, 'v1', 'secrets'),
        body: {
          ...emptySecret,
          // makes a delete answer with the object
          metadata: { name: 'of-the-tenant', finalizers: ['example.nl/hold'] },
          stringData: { password: 'very-secret' },
        },
      });
    });

    afterAll(async () => {
      await tenants.machine.must({
        method: 'PATCH',
        path: path(),
        contentType: 'application/merge-patch+json',
        body: { metadata: { finalizers: null } },
      });
    });

    it.each(refused)('cannot %s', async (_, call) => {
      const { status, body } = await portal.call(call(tenants));

      expect(status).toBe(403);
      expect(JSON.stringify(body)).not.toContain(
        Buffer.from('very-secret').toString('base64'),
      );
      // by RBAC or by one of the policies on this account, not by accident
      expect(body.message).toMatch(
        /cannot \w+ resource|Policy 'nerds-(portal-|role-bindings)|permissions not currently held/,
      );
    });
  });

  it('has seats of its own in the API server’s queue', async () => {
    const { metadata } = await tenants.admin.must({
      method: 'GET',
      path: '/apis/flowcontrol.apiserver.k8s.io/v1/flowschemas/nerds-portal',
    });
    const answer = await portal.call({
      method: 'GET',
      path: at(tenants.a, 'v1', 'resourcequotas'),
    });

    expect(answer.headers['x-kubernetes-pf-flowschema-uid']).toBe(
      metadata?.uid,
    );
  });
});
