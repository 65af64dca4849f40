import { createHmac } from 'node:crypto';
import { TestIssuer } from '../__testUtils__/testIssuer';
import type { WorkloadIdentityOptions } from '../domain/WorkloadIdentityOptions';
import { WorkloadVerifier } from './WorkloadVerifier';

const nowSeconds = () => Math.floor(Date.now() / 1000);
const encode = (part: object) =>
  Buffer.from(JSON.stringify(part)).toString('base64url');

describe('WorkloadVerifier', () => {
  let issuer: TestIssuer;

  beforeEach(async () => {
    issuer = await TestIssuer.start();
  });
  afterEach(() => issuer.stop());

  const buildIdentity = (
    overrides: Partial<WorkloadIdentityOptions> = {},
  ): WorkloadIdentityOptions => ({
    id: 'burgerzaken-ci',
    title: 'CI',
    issuer: issuer.url,
    audience: 'https://portaal.example',
    claims: { repository: 'burgerzaken/app', ref: 'refs/heads/*' },
    team: 'group:default/burgerzaken',
    permissions: ['free-tier.cluster.read'],
    maxTokenAgeSeconds: 3600,
    ...overrides,
  });
  const verify = (
    token: string,
    identities: WorkloadIdentityOptions[] = [buildIdentity()],
  ) => new WorkloadVerifier(identities, () => new Date()).verify(token);
  const refused = (reason: string) =>
    expect.objectContaining({ accepted: false, reason });

  it('lets in a job of the configured repository', async () => {
    const exp = nowSeconds() + 600;
    await expect(verify(await issuer.sign({ exp }))).resolves.toEqual({
      accepted: true,
      kind: 'workload-identity',
      id: 'burgerzaken-ci',
      scope: {
        principal: 'user:machine/burgerzaken-ci',
        team: 'group:default/burgerzaken',
        permissions: ['free-tier.cluster.read'],
        expiresAt: new Date(exp * 1000).toISOString(),
      },
    });
    expect(issuer.requests).toEqual([
      '/.well-known/openid-configuration',
      '/keys',
    ]);
  });

  it.each(['RS512', 'PS256', 'ES256', 'ES384', 'EdDSA'])(
    'knows signatures by %s',
    async alg => {
      await issuer.useNewKey(alg);
      await expect(verify(await issuer.sign())).resolves.toMatchObject({
        accepted: true,
      });
    },
  );

  it.each<[string, object, string]>([
    ['of another repository', { repository: 'x/app' }, 'no-matching-identity'],
    ['of a tag', { ref: 'refs/tags/v1' }, 'no-matching-identity'],
    ['without a claim', { repository: undefined }, 'no-matching-identity'],
    ['for somebody else', { aud: 'https://x.example' }, 'no-matching-identity'],
    ['for nobody', { aud: undefined }, 'invalid-token'],
    ['that has ended', { exp: nowSeconds() - 60 }, 'invalid-token'],
    ['without an end', { exp: undefined }, 'invalid-token'],
    ['without a beginning', { iat: undefined }, 'invalid-token'],
    ['that counts later', { nbf: nowSeconds() + 300 }, 'invalid-token'],
    ['from the future', { iat: nowSeconds() + 300 }, 'no-matching-identity'],
    ['that is too old', { iat: nowSeconds() - 3700 }, 'no-matching-identity'],
    ['of another issuer', { iss: 'https://x.example' }, 'invalid-token'],
  ])('refuses a token %s', async (_title, claims, reason) => {
    await expect(verify(await issuer.sign({ ...claims }))).resolves.toEqual(
      refused(reason),
    );
  });

  it('lets the clock of an issuer be off a little', async () => {
    for (const claims of [
      { exp: nowSeconds() - 10 },
      { iat: nowSeconds() + 10, nbf: nowSeconds() + 10 },
    ]) {
      await expect(verify(await issuer.sign(claims))).resolves.toMatchObject({
        accepted: true,
      });
    }
  });

  it('takes one of several audiences', async () => {
    const token = await issuer.sign({
      aud: ['https://x.example', 'https://portaal.example'],
    });
    await expect(verify(token)).resolves.toMatchObject({ accepted: true });
  });

  it('refuses what nobody or anybody could have signed', async () => {
    const good = await issuer.sign();
    const [header, payload, signature] = good.split('.');
    const kid = issuer.publicKey.kid;
    const sign = (alg: string) => {
      const text = `${encode({ alg, kid })}.${payload}`;
      // the mistake of old libraries: the public key as the shared secret
      const mac = createHmac('sha256', JSON.stringify(issuer.publicKey))
        .update(text)
        .digest('base64url');
      return `${text}.${mac}`;
    };
    const other = await TestIssuer.start();
    const forged = await other.sign({ iss: issuer.url });
    await other.stop();
    const changed = encode({
      ...JSON.parse(Buffer.from(payload, 'base64url').toString()),
      ref: 'refs/heads/other',
    });
    for (const token of [
      `${encode({ alg: 'none' })}.${payload}.`,
      `${encode({ alg: 'None', kid })}.${payload}.${signature}`,
      sign('HS256'),
      `${header}.${changed}.${signature}`,
      `${header}.${payload}.${signature.slice(0, -4)}AAAA`,
      forged,
      'a.b.c',
      'a',
    ]) {
      await expect(verify(token)).resolves.toEqual(refused('invalid-token'));
    }
  });

  it('tells two identities of one issuer apart, and guesses nothing', async () => {
    const main = buildIdentity();
    const other = buildIdentity({
      id: 'other',
      team: 'group:default/vergunningen',
      claims: { repository: 'vergunningen/app' },
    });
    const token = await issuer.sign({ repository: 'vergunningen/app' });
    await expect(verify(token, [main, other])).resolves.toMatchObject({
      id: 'other',
      scope: { team: 'group:default/vergunningen' },
    });
    const same = buildIdentity({ id: 'same', claims: { ref: '*' } });
    await expect(verify(await issuer.sign(), [main, same])).resolves.toEqual(
      refused('ambiguous-identity'),
    );
  });

  it('follows an issuer to a new key, and asks no more than it has to', async () => {
    let clock = 0;
    const verifier = new WorkloadVerifier(
      [buildIdentity()],
      () => new Date(Date.now() + clock),
    );
    const first = await issuer.sign();
    await verifier.verify(first);
    await verifier.verify(first);
    expect(issuer.requests).toHaveLength(2);
    await issuer.useNewKey('ES256');
    const second = await issuer.sign();
    await expect(verifier.verify(second)).resolves.toEqual(
      refused('invalid-token'),
    );
    expect(issuer.requests).toHaveLength(2);
    clock = 31_000;
    await expect(verifier.verify(second)).resolves.toMatchObject({
      accepted: true,
    });
    expect(issuer.requests).toHaveLength(4);
    await expect(verifier.verify(first)).resolves.toEqual(
      refused('invalid-token'),
    );
    expect(issuer.requests).toHaveLength(4);
  });

  it('says so when the issuer is down, and goes on when it is back', async () => {
    const verifier = new WorkloadVerifier([buildIdentity()], () => new Date());
    const token = await issuer.sign();
    issuer.status = 500;
    await expect(verifier.verify(token)).rejects.toThrow(
      expect.objectContaining({ name: 'ServiceUnavailableError' }),
    );
    issuer.status = undefined;
    issuer.otherIssuer = 'https://x.example';
    await expect(verifier.verify(token)).rejects.toThrow(/another issuer/);
    issuer.otherIssuer = undefined;
    await expect(verifier.verify(token)).resolves.toMatchObject({
      accepted: true,
    });
    await expect(
      verify(token, [buildIdentity({ caFile: '/nowhere.pem' })]),
    ).rejects.toThrow(/does not answer/);
  });

  it('takes the keys from where the configuration says', async () => {
    const jwksUri = `${issuer.url}/keys`;
    await verify(await issuer.sign(), [buildIdentity({ jwksUri })]);
    expect(issuer.requests).toEqual(['/keys']);
  });
});
