import { randomUUID } from 'node:crypto';
import { ApiCaller, mintIdToken } from '../__testUtils__/ApiCaller';
import { at, defineChecks, within, type Check } from '../__testUtils__/checks';
import { readToken, useTenants } from '../__testUtils__/tenants';
import { describeWithStack } from '../__testUtils__/testStack';

const tokenRequest = (expirationSeconds = 600) => ({
  apiVersion: 'authentication.k8s.io/v1',
  kind: 'TokenRequest',
  spec: { audiences: [], expirationSeconds },
});

const tokenSecret = (account: string) => ({
  apiVersion: 'v1',
  kind: 'Secret',
  type: 'kubernetes.io/service-account-token',
  metadata: {
    generateName: 'check-',
    annotations: { 'kubernetes.io/service-account.name': account },
  },
});

const checks: Check[] = [
  ...['default', 'nerds-machine'].flatMap((account): Check[] => [
    {
      title: `cannot issue a token for its account ${account}`,
      call: ({ a }) => ({
        method: 'POST',
        path: at(a, 'v1', 'serviceaccounts', account, 'token'),
        body: tokenRequest(315_360_000),
      }),
      outcome: 'forbidden',
    },
    {
      title: `cannot make a Secret with an endless token of ${account}`,
      call: ({ a }) => ({
        method: 'POST',
        path: at(a, 'v1', 'secrets'),
        body: tokenSecret(account),
      }),
      outcome: 'policy nerds-token-secrets',
    },
  ]),
  {
    title: 'cannot issue a token for the other team’s machine account',
    call: ({ b }) => ({
      method: 'POST',
      path: at(b, 'v1', 'serviceaccounts', 'nerds-machine', 'token'),
      body: tokenRequest(),
    }),
    outcome: 'forbidden',
  },
  {
    title: 'cannot issue a token for the portal',
    call: () => ({
      method: 'POST',
      path: within(
        'nerds-portal',
        'v1',
        'serviceaccounts',
        'nerds-portal',
        'token',
      ),
      body: tokenRequest(),
    }),
    outcome: 'forbidden',
  },
];

describeWithStack('with credentials a tenant', stack => {
  const tenants = useTenants(stack);

  const issue = async () => {
    const { kubeconfig } = await tenants.hostCluster.issueMachineKubeconfig(
      tenants.a,
      { credentialId: randomUUID(), lifetimeSeconds: 600 },
    );
    return { kubeconfig, token: readToken(kubeconfig) };
  };

  const statusWith = async (token: string | undefined, namespace?: string) => {
    const caller = ApiCaller.withToken(stack, token);
    const { status } = await caller.call({
      method: 'GET',
      path: within(
        namespace ?? tenants.a.kubernetesNamespace,
        'v1',
        'configmaps',
      ),
    });
    caller.destroy();
    return status;
  };

  defineChecks(tenants, checks);

  it('gets in with its token, and not without one', async () => {
    const { token } = await issue();

    expect(await statusWith(token)).toBe(200);
    expect([401, 403]).toContain(await statusWith(undefined));
  });

  it('does not get into the other team’s namespace with it', async () => {
    const { token } = await issue();

    expect(await statusWith(token, tenants.b.kubernetesNamespace)).toBe(403);
  });

  it.each([
    [
      'claims that were edited',
      (claims: any) => ({
        claims: {
          ...claims,
          sub: 'system:serviceaccount:nerds-portal:nerds-portal',
        },
      }),
    ],
    ['no signature', (claims: any) => ({ claims, alg: 'none' })],
    [
      'another issuer',
      (claims: any) => ({
        claims: { ...claims, iss: 'https://evil.example.nl' },
      }),
    ],
  ])('is not let in with %s', async (_, forge) => {
    const { token } = await issue();
    const [header, payload, signature] = token.split('.');
    const { claims, alg } = forge(
      JSON.parse(Buffer.from(payload, 'base64url').toString()),
    ) as { claims: object; alg?: string };
    const encode = (part: object) =>
      Buffer.from(JSON.stringify(part)).toString('base64url');

    const forged = alg
      ? `${encode({ alg, typ: 'JWT' })}.${encode(claims)}.`
      : `${header}.${encode(claims)}.${signature}`;

    expect(await statusWith(forged)).toBe(401);
  });

  it('is not let in with a token for another audience', async () => {
    const { status } = await tenants.admin.must({
      method: 'POST',
      path: at(tenants.a, 'v1', 'serviceaccounts', 'nerds-machine', 'token'),
      body: {
        ...tokenRequest(),
        spec: { audiences: ['vault'], expirationSeconds: 600 },
      },
    });

    expect(await statusWith(status.token)).toBe(401);
  });

  it('is refused a lifetime that Kubernetes finds too short', async () => {
    await expect(
      tenants.hostCluster.issueMachineKubeconfig(tenants.a, {
        credentialId: randomUUID(),
        lifetimeSeconds: 599,
      }),
    ).rejects.toMatchObject({ reason: 'HostClusterRejected' });
  });

  it('finds only its own namespace, server and CA in a machine’s kubeconfig', async () => {
    const { kubeconfig } = await issue();

    expect(kubeconfig).toMatchObject({
      clusters: [{ cluster: { server: stack.server } }],
      contexts: [{ context: { namespace: tenants.a.kubernetesNamespace } }],
    });
    expect(JSON.stringify(kubeconfig)).not.toMatch(/client-key|client-cert/);
  });

  it.each([
    ['dev-burgerzaken', 200],
    ['lead-burgerzaken', 200],
    ['dev-two-teams', 200],
    ['dev-vergunningen', 403],
    ['no-team', 403],
  ])(
    'lets %s in as the groups of the identity provider say: %i',
    async (account, expected) => {
      expect(await statusWith(await mintIdToken(stack, account))).toBe(
        expected,
      );
    },
  );
});
