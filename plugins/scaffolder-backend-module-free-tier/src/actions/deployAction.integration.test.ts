import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { FakeFreeTierServer } from '../__testUtils__/FakeFreeTierServer';
import { buildClient, buildRun } from '../__testUtils__/setUpAction';
import { createDeployAction } from './deployAction';

const file = process.env.NERDS_TEST_STACK;
if (!file) throw new Error('This test needs NERDS_TEST_STACK');
const stack = JSON.parse(readFileSync(file, 'utf8')) as {
  server: string;
  kubernetesCaFile: string;
  adminKubeconfig: string;
  kubectl: string;
};
const CLUSTER_ID = randomUUID();
const namespace = `deploy-${CLUSTER_ID.slice(0, 8)}`;

function kubectl(args: string[], input?: unknown): string {
  return execFileSync(
    stack.kubectl,
    ['--kubeconfig', stack.adminKubeconfig, '--namespace', namespace, ...args],
    { encoding: 'utf8', input: input ? JSON.stringify(input) : undefined },
  ).trim();
}

const deployment = (container: Record<string, unknown> = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'proef' },
  spec: {
    replicas: 2,
    selector: { matchLabels: { app: 'proef' } },
    template: {
      metadata: { labels: { app: 'proef' } },
      spec: {
        automountServiceAccountToken: false,
        securityContext: {
          runAsNonRoot: true,
          runAsUser: 10001,
          seccompProfile: { type: 'RuntimeDefault' },
        },
        containers: [
          {
            name: 'proef',
            image: 'registry.example/proef:0.1.0',
            resources: {
              requests: { cpu: '10m', memory: '32Mi' },
              limits: { cpu: '100m', memory: '64Mi' },
            },
            securityContext: {
              allowPrivilegeEscalation: false,
              readOnlyRootFilesystem: true,
              capabilities: { drop: ['ALL'] },
            },
            ...container,
          },
        ],
      },
    },
  },
});
const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'proef' },
  spec: { selector: { app: 'proef' }, ports: [{ port: 80 }] },
};

describe('free-tier:deploy on a real Kubernetes', () => {
  const server = new FakeFreeTierServer();
  const workspacePath = mkdtempSync(path.join(tmpdir(), 'deploy-real-'));
  let token: string;

  beforeAll(async () => {
    await server.start();
    mkdirSync(path.join(workspacePath, 'deploy'));
    const labels = {
      'nerds.overheid.nl/managed-by': 'nerds-portal',
      'nerds.overheid.nl/team': 'burgerzaken',
      'nerds.overheid.nl/cluster-id': CLUSTER_ID,
      'pod-security.kubernetes.io/enforce': 'restricted',
    };
    for (const object of [
      {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: namespace, labels },
      },
      {
        apiVersion: 'v1',
        kind: 'ServiceAccount',
        metadata: { name: 'machine' },
      },
      {
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'RoleBinding',
        metadata: { name: 'machine' },
        roleRef: {
          apiGroup: 'rbac.authorization.k8s.io',
          kind: 'ClusterRole',
          name: 'nerds-tenant',
        },
        subjects: [{ kind: 'ServiceAccount', name: 'machine', namespace }],
      },
    ]) {
      kubectl(['apply', '-f', '-'], object);
    }
    token = kubectl(['create', 'token', 'machine', '--duration=10m']);
  });

  afterAll(async () => {
    kubectl(['delete', 'namespace', namespace, '--wait=false']);
    rmSync(workspacePath, { recursive: true, force: true });
    await server.stop();
  });

  async function run(...objects: unknown[]) {
    writeFileSync(
      path.join(workspacePath, 'deploy', 'all.yaml'),
      objects.map(object => JSON.stringify(object)).join('\n---\n'),
    );
    const ca = readFileSync(stack.kubernetesCaFile).toString('base64');
    const kubeconfig = {
      clusters: [
        {
          cluster: {
            server: stack.server,
            'certificate-authority-data': ca,
          },
        },
      ],
      users: [{ user: { token } }],
      contexts: [{ context: { namespace } }],
    };
    server.prepare(
      { status: 201, body: { kind: 'machine', id: 'access-1', kubeconfig } },
      { status: 200, body: {} },
    );
    const { context, log, outputs } = buildRun(
      { clusterId: CLUSTER_ID, path: 'deploy' },
      { workspacePath },
    );
    const error = await createDeployAction(buildClient(server))
      .handler(context)
      .then(
        () => undefined,
        caught => caught as Error,
      );
    expect(`${log.join()}${error?.stack}`).not.toContain(token);
    // asked in the name of the person, short, and taken back whatever happens
    expect(server.requests).toEqual([
      expect.objectContaining({
        method: 'POST',
        path: `/api/free-tier/v1/clusters/${CLUSTER_ID}/kubeconfigs`,
        body: {
          kind: 'machine',
          description: 'free-tier:deploy',
          lifetimeSeconds: 600,
        },
      }),
      expect.objectContaining({
        method: 'DELETE',
        path: `/api/free-tier/v1/clusters/${CLUSTER_ID}/kubeconfigs/access-1`,
      }),
    ]);
    return { error, log, outputs };
  }

  it('applies what a project brings and waits until it runs, as often as asked', async () => {
    for (let time = 0; time < 2; time += 1) {
      const { error, log, outputs } = await run(deployment(), service);
      expect(error).toBeUndefined();
      expect(log).toEqual([
        'Deployment “proef” staat op het cluster.',
        'Service “proef” staat op het cluster.',
        'Deployment “proef” draait.',
      ]);
      expect(outputs).toEqual({
        clusterUrl: `/clusters/${CLUSTER_ID}`,
        namespace,
      });
    }
    expect(kubectl(['get', 'pods', '-o', 'name']).split('\n')).toHaveLength(2);
    expect(
      kubectl([
        'get',
        'deployment',
        'proef',
        '-o',
        'jsonpath={.metadata.generation}',
      ]),
    ).toBe('1');
  });

  it('shows what the cluster refuses, of each object, and changes nothing', async () => {
    const { error } = await run(
      { ...service, metadata: { name: 'nieuw' } },
      {
        ...service,
        metadata: { name: 'fout' },
        spec: { ports: [{ port: 0 }] },
      },
      {
        ...service,
        metadata: { name: 'open' },
        spec: { type: 'NodePort', ports: [{ port: 80 }] },
      },
    );
    expect(error?.message).toMatch(/weigert 2 van de objecten/);
    expect(error?.message).toMatch(/Service “fout”: .*port/);
    expect(error?.message).toMatch(/Service “open”: /);
    expect(kubectl(['get', 'services', '-o', 'name'])).not.toMatch(/nieuw/);
  });

  it('says why a workload does not get going', async () => {
    const { error } = await run(
      deployment({ securityContext: { privileged: true } }),
    );
    expect(error?.message).toMatch(/privileged|violates PodSecurity/);
  });

  it('stays in the namespace of the cluster', async () => {
    const { error } = await run({
      ...service,
      metadata: { name: 'elders', namespace: 'default' },
    });
    expect(error?.message).toMatch(/namespace “default” is niet die/);
  });
});
