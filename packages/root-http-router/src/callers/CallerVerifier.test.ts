import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type KeyLike } from 'jose';
import { CallerVerifier } from './CallerVerifier';

const USER = 'vnd.backstage.user';
const PLUGIN = 'vnd.backstage.plugin';

async function createKey(kid: string) {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid } };
}

function sign(
  key: { kid: string; privateKey: KeyLike },
  options: { typ: string; sub: string; aud?: string; exp?: string },
) {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'ES256', kid: key.kid, typ: options.typ })
    .setSubject(options.sub)
    .setAudience(options.aud ?? 'backstage')
    .setExpirationTime(options.exp ?? '1h')
    .sign(key.privateKey);
}

describe('CallerVerifier', () => {
  const keySets: Record<string, object[]> = {};
  const fetched: string[] = [];
  let server: Server;
  let verifier: CallerVerifier;
  let people: Awaited<ReturnType<typeof createKey>>;
  let plugins: Awaited<ReturnType<typeof createKey>>;

  beforeAll(async () => {
    server = createServer((req, res) => {
      fetched.push(req.url!);
      res.setHeader('Content-Type', 'application/json');
      res.end(JSON.stringify({ keys: keySets[req.url!] ?? [] }));
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    [people, plugins] = [await createKey('people'), await createKey('plugins')];
    keySets['/auth/.well-known/jwks.json'] = [people.jwk];
    keySets['/auth/.backstage/auth/v1/jwks.json'] = [plugins.jwk];
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const getUrl = async (pluginId: string) => `${url}/${pluginId}`;
    verifier = new CallerVerifier({
      discovery: { getBaseUrl: getUrl, getExternalBaseUrl: getUrl },
    });
  });
  afterAll(() => {
    server.close();
  });

  const verify = (token: string, isLocal = true) =>
    verifier.verify(token, { isLocal, target: 'catalog' });

  it('tells a person from the auth plugin, which has keys of its own', async () => {
    const plugin = await sign(plugins, {
      typ: PLUGIN,
      sub: 'auth',
      aud: 'catalog',
    });
    expect(await verify(plugin)).toEqual({
      kind: 'plugin',
      ref: 'plugin:auth',
    });
    const person = await sign(people, { typ: USER, sub: 'user:default/anne' });
    expect(await verify(person)).toEqual({
      kind: 'person',
      ref: 'user:default/anne',
    });
  });

  const anne = { typ: USER, sub: 'user:default/anne' };
  const auth = { typ: PLUGIN, sub: 'auth', aud: 'catalog' };
  it.each<[string, () => Promise<string>]>([
    ['text', async () => 'a.b.c'],
    ['a person by the key of a plugin', () => sign(plugins, anne)],
    ['an expired token', () => sign(people, { ...anne, exp: '-1m' })],
    ['a token of another kind', () => sign(people, { ...anne, typ: 'JWT' })],
    [
      'a plugin that asks another one',
      () => sign(plugins, { ...auth, aud: 'search' }),
    ],
    [
      'a plugin that leads elsewhere',
      () => sign(plugins, { ...auth, sub: '../x' }),
    ],
  ])('takes %s for nobody', async (_title, makeToken) => {
    expect(await verify(await makeToken())).toBeUndefined();
  });

  it('takes what a plugin proved to one plugin for no proof to another', async () => {
    const token = await sign(plugins, auth);
    expect(await verify(token)).toBeDefined();
    expect(
      await verifier.verify(token, { isLocal: true, target: 'search' }),
    ).toBeUndefined();
    expect(await verify(token, false)).toBeUndefined();
  });

  it('takes a plugin on another machine for nobody', async () => {
    expect(await verify(await sign(plugins, auth), false)).toBeUndefined();
  });

  it('does not ask for keys in the name of plugins from elsewhere', async () => {
    await verify(
      await sign(plugins, { typ: PLUGIN, sub: 'stranger', aud: 'catalog' }),
      false,
    );
    expect(fetched.filter(url => url.startsWith('/stranger'))).toEqual([]);
  });
});
