import { randomUUID } from 'node:crypto';
import { buildTestEnvironment } from '../../domain/__testUtils__/buildTestEnvironment';
import type { ClusterEnvironment, HostCluster } from '../HostCluster';
import { ApiCaller, type ApiAnswer } from '../__testUtils__/ApiCaller';
import { at, buildDeployment, buildPod } from '../__testUtils__/checks';
import { makeReady, readToken, takeAway } from '../__testUtils__/tenants';
import {
  createTestHostCluster,
  describeWithStack,
} from '../__testUtils__/testStack';

const named = (apiVersion: string, kind: string, rest: object = {}) => ({
  apiVersion,
  kind,
  metadata: { generateName: 'check-' },
  ...rest,
});

/** Resource, room in the quota below, object. */
const counted: [string, string, number, object][] = [
  ['v1', 'secrets', 3, named('v1', 'Secret')],
  [
    'v1',
    'services',
    2,
    named('v1', 'Service', { spec: { ports: [{ port: 80 }] } }),
  ],
  ['v1', 'pods', 3, buildPod()],
  [
    'v1',
    'persistentvolumeclaims',
    2,
    named('v1', 'PersistentVolumeClaim', {
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Gi' } },
      },
    }),
  ],
  ['apps/v1', 'deployments', 2, buildDeployment()],
];

describeWithStack('within its quota a tenant', stack => {
  const stop = new AbortController();
  let hostCluster: HostCluster;
  let env: ClusterEnvironment;
  let machine: ApiCaller;

  beforeEach(async () => {
    hostCluster = createTestHostCluster(stack, stop.signal);
    const base = buildTestEnvironment();
    env = await makeReady(hostCluster, {
      ...base,
      size: {
        ...base.size,
        quota: {
          ...base.size.quota,
          pods: '3',
          // the machine credential is one
          secrets: '4',
          services: '2',
          persistentvolumeclaims: '2',
          'count/deployments.apps': '2',
        },
      },
    });
    const { kubeconfig } = await hostCluster.issueMachineKubeconfig(env, {
      credentialId: randomUUID(),
      lifetimeSeconds: 600,
    });
    machine = ApiCaller.withToken(stack, readToken(kubeconfig));
  });

  afterEach(async () => {
    machine.destroy();
    await takeAway(hostCluster, env);
  });

  afterAll(() => stop.abort());

  const create = (apiVersion: string, resource: string, body: object) =>
    machine.call({ method: 'POST', path: at(env, apiVersion, resource), body });

  const count = (answers: ApiAnswer[]) => ({
    made: answers.filter(({ status }) => status === 201).length,
    refused: answers.filter(
      ({ status, body }) =>
        status === 403 && body.message?.includes('exceeded quota'),
    ).length,
  });

  it('gets one of each kind too many refused', async () => {
    for (const [apiVersion, resource, room, body] of counted) {
      const answers: ApiAnswer[] = [];
      for (let made = 0; made <= room; made += 1) {
        answers.push(await create(apiVersion, resource, body));
      }

      expect({ resource, ...count(answers) }).toEqual({
        resource,
        made: room,
        refused: 1,
      });
    }
  });

  it('gets exactly what fits out of fifty tries at the same moment', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        create('apps/v1', 'deployments', buildDeployment()),
      ),
    );

    expect(count(answers)).toEqual({ made: 2, refused: 48 });
  });

  it.each([
    ['processor time', { requests: { cpu: '2100m' }, limits: { cpu: '3' } }],
    ['memory', { requests: { memory: '4097Mi' }, limits: { memory: '5Gi' } }],
  ])(
    'is stopped at the maximum of %s of one container or of all',
    async (_, resources) => {
      const answer = await create('v1', 'pods', buildPod({}, { resources }));

      expect(answer.status).toBe(403);
      expect(answer.body.message).toMatch(/exceeded quota|per Container/);
    },
  );

  it('is stopped at the storage of the quota', async () => {
    const answer = await create(
      'v1',
      'persistentvolumeclaims',
      named('v1', 'PersistentVolumeClaim', {
        spec: {
          accessModes: ['ReadWriteOnce'],
          resources: { requests: { storage: '21Gi' } },
        },
      }),
    );

    expect(count([answer]).refused).toBe(1);
  });

  it('has requests and limits filled in when it names none', async () => {
    const { body } = await create('v1', 'pods', buildPod());

    expect(body.spec.containers[0].resources).toEqual({
      limits: { cpu: '500m', memory: '512Mi' },
      requests: { cpu: '10m', memory: '100Mi' },
    });
  });

  it('keeps what it has when the quota is lowered, and gets no more', async () => {
    await create('v1', 'services', counted[1][3]);
    const lower = {
      ...env,
      size: { ...env.size, quota: { ...env.size.quota, services: '0' } },
    };

    await makeReady(hostCluster, lower);

    const more = await create('v1', 'services', counted[1][3]);
    expect(count([more]).refused).toBe(1);
    const { items } = await machine.must({
      method: 'GET',
      path: at(env, 'v1', 'services'),
    });
    expect(items).toHaveLength(1);
  });

  it('cannot send a body larger than the API server takes', async () => {
    const answer = await create(
      'v1',
      'configmaps',
      named('v1', 'ConfigMap', { data: { big: 'x'.repeat(4 * 1024 * 1024) } }),
    );

    expect(answer.status).toBe(413);
  });
});
