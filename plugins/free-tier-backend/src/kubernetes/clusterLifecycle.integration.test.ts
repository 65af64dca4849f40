import { randomUUID } from 'node:crypto';
import { buildTestEnvironment } from '../domain/__testUtils__/buildTestEnvironment';
import type { ClusterEnvironment, HostCluster } from './HostCluster';
import { ApiCaller, mintIdToken } from './__testUtils__/ApiCaller';
import { at, buildDeployment } from './__testUtils__/checks';
import { makeReady, readToken, takeAway } from './__testUtils__/tenants';
import {
  createTestHostCluster,
  describeWithStack,
  waitFor,
  waitForStep,
} from './__testUtils__/testStack';

describeWithStack('the life of a cluster', stack => {
  const stop = new AbortController();
  const made: ClusterEnvironment[] = [];
  let hostCluster: HostCluster;
  let admin: ApiCaller;

  beforeAll(() => {
    hostCluster = createTestHostCluster(stack, stop.signal);
    admin = ApiCaller.withKubeconfig(stack.adminKubeconfig);
  });

  afterAll(async () => {
    await Promise.all(made.map(env => takeAway(hostCluster, env)));
    admin.destroy();
    stop.abort();
  });

  const make = async (
    env = buildTestEnvironment(),
  ): Promise<ClusterEnvironment> => {
    const ready = await makeReady(hostCluster, env);
    made.push(ready);
    return ready;
  };

  const issue = async (env: ClusterEnvironment) => {
    const credentialId = randomUUID();
    const issued = await hostCluster.issueMachineKubeconfig(env, {
      credentialId,
      lifetimeSeconds: 600,
    });
    const caller = ApiCaller.withToken(stack, readToken(issued.kubeconfig));
    return { credentialId, issued, caller };
  };

  const read = (env: ClusterEnvironment, ...rest: string[]) =>
    admin.must({ method: 'GET', path: at(env, 'v1', ...rest) });

  it('tells that the host cluster is there', async () => {
    await expect(hostCluster.getAvailability()).resolves.toMatchObject({
      state: 'available',
      kubernetesVersion: expect.stringMatching(/^v1\.\d+/),
      server: stack.server,
    });
  });

  it('goes from nothing to a first write, with the portal’s own account', async () => {
    const env = await make();
    const { caller, issued } = await issue(env);

    const answer = await caller.call({
      method: 'POST',
      path: at(env, 'apps/v1', 'deployments'),
      body: buildDeployment(),
    });

    expect(answer.status).toBe(201);
    expect(Date.parse(issued.expiresAt) - Date.now()).toBeLessThanOrEqual(
      601_000,
    );
    expect(issued.jti).toMatch(/^[0-9a-f-]{36}$/);
    caller.destroy();
  });

  it('lets a person of the team in by the group of the identity provider', async () => {
    const env = await make();
    const colleague = ApiCaller.withToken(
      stack,
      await mintIdToken(stack, 'dev-burgerzaken'),
    );
    const stranger = ApiCaller.withToken(
      stack,
      await mintIdToken(stack, 'dev-vergunningen'),
    );
    const call = { method: 'GET', path: at(env, 'v1', 'pods') } as const;

    expect((await colleague.call(call)).status).toBe(200);
    expect((await stranger.call(call)).status).toBe(403);
    colleague.destroy();
    stranger.destroy();
  });

  it('does every step again without making anything twice', async () => {
    const env = await make();
    const versions = async () => {
      const lists = await Promise.all(
        [
          at(env, 'v1', 'limitranges'),
          at(env, 'networking.k8s.io/v1', 'networkpolicies'),
          at(env, 'rbac.authorization.k8s.io/v1', 'rolebindings'),
          at(env, 'v1', 'serviceaccounts'),
        ].map(path => admin.must({ method: 'GET', path })),
      );
      return lists.flatMap(({ items }) =>
        items.map(
          ({ metadata }: any) => `${metadata.name} ${metadata.resourceVersion}`,
        ),
      );
    };
    const before = await versions();

    await makeReady(hostCluster, env);
    // as a worker that crashed before it wrote the uid down
    const again = await makeReady(hostCluster, {
      ...env,
      namespaceUid: undefined,
    });

    expect(again.namespaceUid).toBe(env.namespaceUid);
    expect(await versions()).toEqual(before);
  });

  it('makes one namespace when two workers try at the same moment', async () => {
    const env = buildTestEnvironment();
    made.push(env);

    const results = await Promise.all([
      hostCluster.ensureNamespace(env),
      hostCluster.ensureNamespace(env),
      hostCluster.ensureNamespace(env),
    ]);

    expect(new Set(results.map(({ namespaceUid }) => namespaceUid)).size).toBe(
      1,
    );
  });

  it('leaves a namespace alone that is not this cluster’s', async () => {
    const env = await make();
    const other = buildTestEnvironment({
      kubernetesNamespace: env.kubernetesNamespace,
    });

    await expect(hostCluster.ensureNamespace(other)).rejects.toMatchObject({
      name: 'ConflictError',
      reason: 'NamespaceTaken',
    });
    await hostCluster.revokeAccess(other);
    await hostCluster.deleteNamespace(other);
    await expect(hostCluster.checkNamespaceGone(other)).resolves.toEqual({
      done: true,
    });
    const namespace = await admin.must({
      method: 'GET',
      path: `/api/v1/namespaces/${env.kubernetesNamespace}`,
    });
    expect(namespace.status.phase).toBe('Active');
    await waitForStep(() => hostCluster.checkAccessEffective(env));
  });

  it('repairs what an administrator changed or removed', async () => {
    const env = await make();
    const quotaPath = at(env, 'v1', 'resourcequotas', 'nerds-quota');
    await admin.must({
      method: 'PATCH',
      path: quotaPath,
      contentType: 'application/merge-patch+json',
      body: { spec: { hard: { pods: '500' } } },
    });
    await admin.must({
      method: 'DELETE',
      path: at(
        env,
        'networking.k8s.io/v1',
        'networkpolicies',
        'nerds-default-deny',
      ),
    });
    await admin.must({
      method: 'PATCH',
      path: `/api/v1/namespaces/${env.kubernetesNamespace}`,
      contentType: 'application/merge-patch+json',
      body: {
        metadata: {
          labels: { 'pod-security.kubernetes.io/enforce': 'privileged' },
        },
      },
    });
    await expect(hostCluster.checkQuotaEnforced(env)).resolves.toMatchObject({
      reason: 'QuotaNotApplied',
    });

    await makeReady(hostCluster, env);

    const quota = await read(env, 'resourcequotas', 'nerds-quota');
    expect(quota.status.hard.pods).toBe('20');
    const policies = await admin.must({
      method: 'GET',
      path: at(env, 'networking.k8s.io/v1', 'networkpolicies'),
    });
    expect(policies.items).toHaveLength(4);
    const namespace = await admin.must({
      method: 'GET',
      path: `/api/v1/namespaces/${env.kubernetesNamespace}`,
    });
    expect(
      namespace.metadata?.labels['pod-security.kubernetes.io/enforce'],
    ).toBe('restricted');
  });

  it('counts what the tenant uses, and lists what happened', async () => {
    const env = await make();
    await admin.must({
      method: 'POST',
      path: at(env, 'v1', 'secrets'),
      body: { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'one' } },
    });
    await admin.must({
      method: 'POST',
      path: at(env, 'v1', 'events'),
      body: {
        apiVersion: 'v1',
        kind: 'Event',
        metadata: { name: 'check.1', namespace: env.kubernetesNamespace },
        involvedObject: {
          kind: 'Secret',
          name: 'one',
          namespace: env.kubernetesNamespace,
        },
        type: 'Warning',
        reason: 'Checked',
        message: 'It was looked at',
        lastTimestamp: '2026-01-02T03:04:05Z',
      },
    });

    const usage = await waitFor(
      () => hostCluster.getUsage(env),
      items =>
        items.some(
          ({ resource, used }) => resource === 'secrets' && used === '1',
        ),
    );

    expect(usage).toContainEqual({ resource: 'pods', hard: '20', used: '0' });
    await expect(hostCluster.listEvents(env)).resolves.toContainEqual({
      at: '2026-01-02T03:04:05.000Z',
      source: 'kubernetes',
      type: 'Warning',
      reason: 'Checked',
      message: 'It was looked at',
      object: 'Secret/one',
    });
  });

  it('ends one machine credential and leaves the other', async () => {
    const env = await make();
    const [first, second] = await Promise.all([issue(env), issue(env)]);
    const call = { method: 'GET', path: at(env, 'v1', 'pods') } as const;
    expect((await first.caller.call(call)).status).toBe(200);

    await hostCluster.revokeMachineCredential(env, first.credentialId);
    await hostCluster.revokeMachineCredential(env, first.credentialId);

    // the API server remembers a good token for up to 10 s
    await waitFor(
      () => first.caller.call(call),
      answer => answer.status === 401,
    );
    expect((await second.caller.call(call)).status).toBe(200);
    first.caller.destroy();
    second.caller.destroy();
  });

  it('issues a credential again after an answer that was lost', async () => {
    const env = await make();
    const { credentialId, caller } = await issue(env);

    const again = await hostCluster.issueMachineKubeconfig(env, {
      credentialId,
      lifetimeSeconds: 600,
    });

    expect(readToken(again.kubeconfig)).toEqual(expect.any(String));
    caller.destroy();
  });

  it('says that there is no room for a credential when the tenant filled the quota', async () => {
    const env = buildTestEnvironment();
    const { size } = env;
    const small = await make({
      ...env,
      size: { ...size, quota: { ...size.quota, secrets: '0' } },
    });

    await expect(issue(small)).rejects.toMatchObject({
      name: 'HostClusterQuotaError',
      reason: 'SecretQuotaFull',
    });
  });

  it('takes away all access at once', async () => {
    const env = await make();
    const { caller } = await issue(env);
    const person = ApiCaller.withToken(
      stack,
      await mintIdToken(stack, 'dev-burgerzaken'),
    );
    const call = { method: 'GET', path: at(env, 'v1', 'pods') } as const;
    expect((await caller.call(call)).status).toBe(200);

    await hostCluster.revokeAccess(env);

    await waitFor(
      () => Promise.all([caller.call(call), person.call(call)]),
      answers =>
        answers.every(({ status }) => status === 403 || status === 401),
    );
    caller.destroy();
    person.destroy();
  });

  it('deletes all of it, and an old token never works again', async () => {
    const env = await make();
    const { caller } = await issue(env);

    await takeAway(hostCluster, env);
    await hostCluster.deleteNamespace(env);
    await waitForStep(() => hostCluster.checkNamespaceGone(env));

    // a new namespace of the same name, made by the same portal
    const recreated = await makeReady(hostCluster, env);
    made.push(recreated);
    expect(recreated.namespaceUid).not.toBe(env.namespaceUid);
    const answer = await caller.call({
      method: 'GET',
      path: at(env, 'v1', 'pods'),
    });
    expect(answer.status).toBe(401);
    // the old cluster's delete does not touch the new one's namespace
    await hostCluster.deleteNamespace(env);
    await expect(hostCluster.checkNamespaceGone(env)).resolves.toEqual({
      done: true,
    });
    await waitForStep(() => hostCluster.checkAccessEffective(recreated));
    caller.destroy();
  });

  it('leaves nothing of a deleted cluster behind', async () => {
    const env = await make();
    await takeAway(hostCluster, env);
    await waitForStep(() => hostCluster.checkNamespaceGone(env));

    const selector = `?labelSelector=nerds.overheid.nl/cluster-id=${env.id}`;
    const lists = await Promise.all(
      [
        '/api/v1/namespaces',
        '/api/v1/secrets',
        '/api/v1/serviceaccounts',
        '/api/v1/resourcequotas',
        '/apis/rbac.authorization.k8s.io/v1/rolebindings',
        '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings',
        '/apis/rbac.authorization.k8s.io/v1/clusterroles',
        '/apis/networking.k8s.io/v1/networkpolicies',
      ].map(path => admin.must({ method: 'GET', path: `${path}${selector}` })),
    );

    expect(lists.flatMap(({ items }) => items)).toEqual([]);
  });

  it('reports a finalizer that holds the end, and goes on once it is removed', async () => {
    const env = await make();
    const path = at(env, 'v1', 'configmaps', 'held');
    await admin.must({
      method: 'POST',
      path: at(env, 'v1', 'configmaps'),
      body: {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: { name: 'held', finalizers: ['example.nl/hold'] },
      },
    });
    await takeAway(hostCluster, env);

    const result = await waitFor(
      () => hostCluster.checkNamespaceGone(env),
      answer => !answer.done && answer.reason === 'FinalizersRemaining',
    );
    expect(result).toMatchObject({
      message: { nl: expect.stringContaining('example.nl/hold (1×)') },
    });
    await expect(
      hostCluster.ensureNamespace({ ...env, namespaceUid: undefined }),
    ).rejects.toMatchObject({ reason: 'NamespaceTerminating' });
    await expect(hostCluster.ensureGuardRails(env)).rejects.toMatchObject({
      reason: 'NamespaceTerminating',
    });

    await admin.must({
      method: 'PATCH',
      path,
      contentType: 'application/merge-patch+json',
      body: { metadata: { finalizers: null } },
    });
    await waitForStep(() => hostCluster.checkNamespaceGone(env));
  });

  it('builds a kubeconfig for a person that holds no secret', async () => {
    const env = buildTestEnvironment();

    const kubeconfig = await hostCluster.buildPersonKubeconfig(env);

    expect(kubeconfig).toMatchObject({
      clusters: [{ cluster: { server: stack.server } }],
    });
    expect(JSON.stringify(kubeconfig)).toContain(
      `--oidc-issuer-url=${stack.issuerUrl}`,
    );
  });
});
