import { buildLimitRange } from './buildLimitRange';
import {
  buildMachineCredentialSecret,
  buildMachineCredentialSecretName,
} from './buildMachineCredentialSecret';
import { buildNamespace } from './buildNamespace';
import { buildNetworkPolicies } from './buildNetworkPolicies';
import { buildQuotaHard, buildResourceQuota } from './buildResourceQuota';
import {
  buildMachineRoleBinding,
  buildTeamRoleBinding,
} from './buildRoleBindings';
import {
  buildDefaultServiceAccount,
  buildMachineServiceAccount,
} from './buildServiceAccounts';
import { parseQuantity } from './quantity';
import { buildTestEnvironment } from './__testUtils__/buildTestEnvironment';

const env = buildTestEnvironment();
const ingressLabels = { 'kubernetes.io/metadata.name': 'ingress-nginx' };
const policies = buildNetworkPolicies(env, ingressLabels);

const namespaced = [
  buildLimitRange(env),
  buildResourceQuota(env),
  ...policies,
  buildDefaultServiceAccount(env),
  buildMachineServiceAccount(env),
  buildMachineRoleBinding(env),
  buildTeamRoleBinding(env, 'oidc:'),
  buildMachineCredentialSecret(env, 'c1'),
];

describe('every object of a cluster', () => {
  it.each([buildNamespace(env), ...namespaced])(
    'carries the labels the guard-rails go by: $kind $metadata.name',
    object => {
      expect(object.metadata.labels).toMatchObject({
        'nerds.overheid.nl/managed-by': 'nerds-portal',
        'nerds.overheid.nl/cluster-id': env.id,
        'nerds.overheid.nl/team': 'burgerzaken',
      });
    },
  );

  it.each(namespaced)(
    'lives in the cluster’s namespace: $kind $metadata.name',
    object => {
      expect(object.metadata.namespace).toBe(env.kubernetesNamespace);
    },
  );

  it('has a name of its own among its kind', () => {
    const keys = namespaced.map(
      ({ kind, metadata }) => `${kind}/${metadata.name}`,
    );

    expect(new Set(keys).size).toBe(keys.length);
  });

  it('sends no status and no managed fields', () => {
    for (const object of namespaced) {
      expect(object).not.toHaveProperty('status');
      expect(object.metadata).not.toHaveProperty('managedFields');
    }
  });
});

describe('buildNamespace', () => {
  it.each(['enforce', 'audit'])('asks Pod Security to %s restricted', mode => {
    const { labels } = buildNamespace(env).metadata;

    expect(labels?.[`pod-security.kubernetes.io/${mode}`]).toBe('restricted');
    expect(labels?.[`pod-security.kubernetes.io/${mode}-version`]).toBe(
      'latest',
    );
  });

  it('asks Pod Security not to warn, for the pods are made safe anyway', () => {
    expect(buildNamespace(env).metadata.labels).toMatchObject({
      'pod-security.kubernetes.io/warn': 'privileged',
    });
  });
});

describe('buildQuotaHard', () => {
  it('holds the size and the fixed object counts, all as quantities', () => {
    const hard = buildQuotaHard(env);

    expect(hard).toMatchObject(env.size.quota);
    expect(hard).toMatchObject({
      services: '20',
      secrets: '100',
      'count/networkpolicies.networking.k8s.io': '30',
    });
    Object.values(hard).forEach(value => parseQuantity(value));
  });

  it('lets a size change a count, but never open node ports or load balancers', () => {
    const hard = buildQuotaHard({
      ...env,
      size: {
        ...env.size,
        quota: {
          services: '5',
          'services.nodeports': '3',
          'services.loadbalancers': '1',
        },
      },
    });

    expect(hard).toMatchObject({
      services: '5',
      'services.nodeports': '0',
      'services.loadbalancers': '0',
    });
  });
});

describe('buildLimitRange', () => {
  it('gives each container the size’s defaults and maximum', () => {
    expect(buildLimitRange(env).spec).toEqual({
      limits: [{ type: 'Container', ...env.size.limitRange }],
    });
  });
});

describe('buildNetworkPolicies', () => {
  const specs = Object.fromEntries(
    policies.map(policy => [policy.metadata.name, policy.spec]),
  );

  it('denies everything first', () => {
    expect(specs['nerds-default-deny']).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    });
  });

  it('opens DNS of kube-system only, on both protocols', () => {
    expect(specs['nerds-allow-dns']).toMatchObject({
      policyTypes: ['Egress'],
      egress: [
        {
          to: [
            {
              namespaceSelector: {
                matchLabels: { 'kubernetes.io/metadata.name': 'kube-system' },
              },
            },
          ],
          ports: [
            { protocol: 'UDP', port: 53 },
            { protocol: 'TCP', port: 53 },
          ],
        },
      ],
    });
  });

  it('opens the own namespace only to itself', () => {
    expect(specs['nerds-allow-same-namespace']).toMatchObject({
      ingress: [{ from: [{ podSelector: {} }] }],
      egress: [{ to: [{ podSelector: {} }] }],
    });
  });

  it('lets the ingress controller in by its namespace', () => {
    expect(specs['nerds-allow-ingress-controller']).toMatchObject({
      ingress: [
        { from: [{ namespaceSelector: { matchLabels: ingressLabels } }] },
      ],
    });
  });

  it('lets nobody in when no ingress controller is configured', () => {
    const [, , , policy] = buildNetworkPolicies(env, {});

    expect(policy.spec).toMatchObject({ ingress: [] });
  });
});

describe('accounts and roles', () => {
  it.each([buildDefaultServiceAccount(env), buildMachineServiceAccount(env)])(
    'mounts no token of $metadata.name in pods',
    account => {
      expect(account.automountServiceAccountToken).toBe(false);
    },
  );

  it('gives the team’s group, as the API server sees it, the tenant role', () => {
    expect(buildTeamRoleBinding(env, 'sso:')).toMatchObject({
      roleRef: { kind: 'ClusterRole', name: 'nerds-tenant' },
      subjects: [{ kind: 'Group', name: 'sso:burgerzaken' }],
    });
  });

  it('gives the machine account of this namespace the tenant role', () => {
    expect(buildMachineRoleBinding(env)).toMatchObject({
      roleRef: { kind: 'ClusterRole', name: 'nerds-tenant' },
      subjects: [
        {
          kind: 'ServiceAccount',
          name: 'nerds-machine',
          namespace: env.kubernetesNamespace,
        },
      ],
    });
  });

  it('makes a Secret without contents, named after the credential', () => {
    const secret = buildMachineCredentialSecret(env, 'c1');

    expect(secret.metadata.name).toBe(buildMachineCredentialSecretName('c1'));
    expect(secret).not.toHaveProperty('data');
    expect(secret).not.toHaveProperty('stringData');
  });
});
