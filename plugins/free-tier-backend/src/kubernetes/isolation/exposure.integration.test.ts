import { at, defineChecks, type Check } from '../__testUtils__/checks';
import { useTenants } from '../__testUtils__/tenants';
import { describeWithStack } from '../__testUtils__/testStack';

const net = 'networking.k8s.io/v1';

const service = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { generateName: 'check-' },
  spec: { ports: [{ port: 80 }], selector: { app: 'check' }, ...spec },
});

const services: [string, object][] = [
  ['a NodePort Service', { type: 'NodePort' }],
  ['a LoadBalancer Service', { type: 'LoadBalancer' }],
  [
    'a load balancer without node ports',
    { type: 'LoadBalancer', allocateLoadBalancerNodePorts: false },
  ],
  [
    'a Service that is another name for a service of another team',
    { type: 'ExternalName', externalName: 'web.other.svc.cluster.local' },
  ],
  [
    'a Service that is another name for the metadata service',
    { type: 'ExternalName', externalName: '169.254.169.254' },
  ],
];

const backend = { service: { name: 'web', port: { number: 80 } } };
const rule = (host?: string) => ({
  ...(host !== undefined && { host }),
  http: { paths: [{ path: '/', pathType: 'Prefix', backend }] },
});
const ingress = (spec: object, annotations: Record<string, string> = {}) => ({
  apiVersion: net,
  kind: 'Ingress',
  metadata: { generateName: 'check-', annotations },
  spec,
});

const policy = (spec: object) => ({
  apiVersion: net,
  kind: 'NetworkPolicy',
  metadata: { generateName: 'check-' },
  spec: { podSelector: {}, ...spec },
});

const egressTo = (cidr: string, except?: string[]) =>
  policy({
    policyTypes: ['Egress'],
    egress: [{ to: [{ ipBlock: { cidr, ...(except && { except }) } }] }],
  });

const openPolicies: [string, object][] = [
  ['lets everyone in', policy({ ingress: [{}] })],
  [
    'lets everyone in on one port',
    policy({ ingress: [{ ports: [{ port: 80 }] }] }),
  ],
  [
    'lets every namespace in',
    policy({ ingress: [{ from: [{ namespaceSelector: {} }] }] }),
  ],
  [
    'lets every namespace in by a trick of selectors',
    policy({
      ingress: [
        {
          from: [
            {
              namespaceSelector: {
                matchExpressions: [
                  { key: 'kubernetes.io/metadata.name', operator: 'Exists' },
                ],
              },
            },
          ],
        },
      ],
    }),
  ],
  [
    'lets all addresses in',
    policy({ ingress: [{ from: [{ ipBlock: { cidr: '0.0.0.0/0' } }] }] }),
  ],
  [
    'lets half of all addresses in',
    policy({ ingress: [{ from: [{ ipBlock: { cidr: '128.0.0.0/1' } }] }] }),
  ],
  ['may go anywhere', policy({ policyTypes: ['Egress'], egress: [{}] })],
  [
    'may go to every namespace',
    policy({
      policyTypes: ['Egress'],
      egress: [{ to: [{ namespaceSelector: {} }] }],
    }),
  ],
  ['may go to all addresses', egressTo('0.0.0.0/0')],
  ['may go to all IPv6 addresses', egressTo('::/0')],
  ['may go to the metadata service', egressTo('169.254.169.254/32')],
  ['may go to an address of the host cluster', egressTo('10.1.2.3/32')],
  [
    'leaves some closed ranges out only',
    egressTo('0.0.0.0/0', ['10.0.0.0/8', '192.168.0.0/16']),
  ],
];

const closedIpv4 = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  '169.254.0.0/16',
  '127.0.0.0/8',
];

const allowedPolicies: [string, object][] = [
  [
    'lets its own pods in',
    policy({
      ingress: [{ from: [{ podSelector: { matchLabels: { a: 'b' } } }] }],
    }),
  ],
  [
    'lets one named namespace in',
    policy({
      ingress: [
        {
          from: [
            {
              namespaceSelector: {
                matchLabels: { 'kubernetes.io/metadata.name': 'monitoring' },
              },
            },
          ],
        },
      ],
    }),
  ],
  ['may go to one address on the internet', egressTo('203.0.113.7/32')],
  [
    'may go to the internet without closed ranges',
    egressTo('0.0.0.0/0', closedIpv4),
  ],
];

const post =
  (
    apiVersion: string,
    resource: string,
    build: (namespace: string) => unknown,
  ): Check['call'] =>
  ({ a }) => ({
    method: 'POST',
    path: `${at(a, apiVersion, resource)}?dryRun=All`,
    body: build(a.kubernetesNamespace),
  });

const checks: Check[] = [
  {
    title: 'can make a Service',
    call: post('v1', 'services', () => service({})),
    outcome: 'allowed',
  },
  ...services.map(
    ([what, spec]): Check => ({
      title: `cannot make ${what}`,
      call: post('v1', 'services', () => service(spec)),
      outcome: 'policy nerds-services',
    }),
  ),
  {
    // by our policy, or by the admission plugin DenyServiceExternalIPs where that is on
    title: 'cannot make a Service that claims an address',
    call: post('v1', 'services', () =>
      service({ externalIPs: ['203.0.113.7'] }),
    ),
    outcome: 'refused',
  },
  ...['endpointslices', 'endpoints'].map(
    (resource): Check => ({
      title: `cannot point a Service at another team’s pod with ${resource}`,
      call: ({ a }) => ({
        method: 'POST',
        path: at(
          a,
          resource === 'endpoints' ? 'v1' : 'discovery.k8s.io/v1',
          resource,
        ),
        body: {},
      }),
      outcome: 'forbidden',
    }),
  ),
  ...['services', 'pods'].map(
    (resource): Check => ({
      title: `cannot reach ${resource} through the API server’s proxy`,
      call: ({ a }) => ({
        method: 'GET',
        path: at(a, 'v1', resource, 'any', 'proxy', ''),
      }),
      outcome: 'forbidden',
    }),
  ),
  {
    title: 'cannot write a Service’s load balancer address',
    call: ({ a }) => ({
      method: 'PATCH',
      path: at(a, 'v1', 'services', 'any', 'status'),
      contentType: 'application/merge-patch+json',
      body: { status: { loadBalancer: { ingress: [{ ip: '203.0.113.7' }] } } },
    }),
    outcome: 'forbidden',
  },
  {
    title: 'can make an Ingress with a host of its own',
    call: post(net, 'ingresses', namespace =>
      ingress({ rules: [rule(`web-${namespace}.example.nl`)] }),
    ),
    outcome: 'allowed',
  },
  {
    title: 'can make an Ingress in a domain of its own',
    call: post(net, 'ingresses', namespace =>
      ingress({ rules: [rule(`web.${namespace}.example.nl`)] }),
    ),
    outcome: 'allowed',
  },
  ...(
    [
      ['with a wildcard host', { rules: [rule('*.example.nl')] }],
      ['without a host', { rules: [rule()] }],
      ['with an empty host', { rules: [rule('')] }],
      ['with a default backend only', { defaultBackend: backend }],
      [
        'with a host that another team could use',
        { rules: [rule('www.example.nl')] },
      ],
    ] as [string, object][]
  ).map(
    ([what, spec]): Check => ({
      title: `cannot make an Ingress ${what}`,
      call: post(net, 'ingresses', () => ingress(spec)),
      outcome: 'policy nerds-ingresses',
    }),
  ),
  {
    title: 'cannot make an Ingress with a host of the other team',
    call: tenants =>
      post(net, 'ingresses', () =>
        ingress({
          rules: [rule(`web-${tenants.b.kubernetesNamespace}.example.nl`)],
        }),
      )(tenants),
    outcome: 'policy nerds-ingresses',
  },
  {
    title: 'cannot put configuration of its own into the ingress controller',
    call: post(net, 'ingresses', namespace =>
      ingress(
        { rules: [rule(`web-${namespace}.example.nl`)] },
        { 'nginx.ingress.kubernetes.io/configuration-snippet': 'x;' },
      ),
    ),
    outcome: 'policy nerds-ingresses',
  },
  {
    title: 'cannot make an HTTPRoute of the Gateway API',
    call: post('gateway.networking.k8s.io/v1', 'httproutes', () => ({})),
    outcome: 'forbidden',
  },
  ...openPolicies.map(
    ([what, body]): Check => ({
      title: `cannot make a NetworkPolicy that ${what}`,
      call: post(net, 'networkpolicies', () => body),
      outcome: 'policy nerds-network-policies',
    }),
  ),
  ...allowedPolicies.map(
    ([what, body]): Check => ({
      title: `can make a NetworkPolicy that ${what}`,
      call: post(net, 'networkpolicies', () => body),
      outcome: 'allowed',
    }),
  ),
  {
    title: 'cannot claim a volume by name, which may be another team’s',
    call: post('v1', 'persistentvolumeclaims', () => ({
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { generateName: 'check-' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Gi' } },
        volumeName: 'pv-of-another-team',
      },
    })),
    outcome: 'policy nerds-volume-claims',
  },
];

describeWithStack('towards the network and storage a tenant', stack => {
  const tenants = useTenants(stack);

  defineChecks(tenants, checks);

  it('cannot make a Service reachable from outside by changing it later', async () => {
    const path = at(tenants.a, 'v1', 'services');
    const { metadata } = await tenants.machine.must({
      method: 'POST',
      path,
      body: service({}),
    });

    const answers = await Promise.all(
      [{ type: 'NodePort' }, { externalIPs: ['203.0.113.7'] }].map(spec =>
        tenants.machine.call({
          method: 'PATCH',
          path: `${path}/${metadata?.name}`,
          contentType: 'application/merge-patch+json',
          body: { spec },
        }),
      ),
    );

    for (const { status, body } of answers) {
      expect(status).toBe(403);
      expect(body.message).toMatch(/nerds-services|external IPs is denied/);
    }
  });

  it('cannot name another namespace as the source of a volume', async () => {
    const answer = await tenants.machine.call({
      method: 'POST',
      path: `${at(tenants.a, 'v1', 'persistentvolumeclaims')}?dryRun=All`,
      body: {
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name: 'copy' },
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '1Gi' } },
          dataSourceRef: {
            kind: 'PersistentVolumeClaim',
            name: 'theirs',
            namespace: tenants.b.kubernetesNamespace,
          },
        },
      },
    });

    // Kubernetes drops the field while cross-namespace sources are off
    expect(answer.body.spec?.dataSourceRef?.namespace).toBeUndefined();
  });
});
