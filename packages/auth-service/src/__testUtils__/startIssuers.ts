import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { tokenTypes } from '@backstage/plugin-auth-node';
import {
  exportJWK,
  exportPKCS8,
  exportSPKI,
  generateKeyPair,
  SignJWT,
} from 'jose';

/**
 * What signs tokens of people and of plugins, with their public keys behind a
 * real server, as the portal has them.
 *
 * @internal
 */
export async function startIssuers() {
  const dir = mkdtempSync(path.join(tmpdir(), 'nerds-auth-service-'));
  const [people, plugins, stranger] = await Promise.all(
    [1, 2, 3].map(() => generateKeyPair('ES256', { extractable: true })),
  );
  const publicKeyFile = path.join(dir, 'public.pem');
  const privateKeyFile = path.join(dir, 'private.pem');
  writeFileSync(publicKeyFile, await exportSPKI(plugins.publicKey));
  writeFileSync(privateKeyFile, await exportPKCS8(plugins.privateKey));
  const toKeys = async (key: typeof people.publicKey) => ({
    keys: [{ ...(await exportJWK(key)), alg: 'ES256', kid: 'test' }],
  });
  const [peopleKeys, pluginKeys] = await Promise.all([
    toKeys(people.publicKey),
    toKeys(plugins.publicKey),
  ]);
  const server = createServer((req, res) => {
    res.setHeader('Content-Type', 'application/json');
    const isPeople = req.url === '/auth/.well-known/jwks.json';
    res.end(JSON.stringify(isPeople ? peopleKeys : pluginKeys));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const iat = Math.floor(Date.now() / 1_000);
  const claims = { sub: 'user:default/test', iat, exp: iat + 3_600 };
  const sign = (typ: string, payload: object, key = people.privateKey) =>
    new SignJWT({ ...payload })
      .setProtectedHeader({ typ, alg: 'ES256', kid: 'test' })
      .sign(key);
  return {
    url,
    keyConfig: {
      type: 'static',
      static: {
        keys: [
          { publicKeyFile, privateKeyFile, keyId: 'test', algorithm: 'ES256' },
        ],
      },
    },
    /** A token of a person, signed by the portal or by somebody else. */
    async issueToken(signer: 'portal' | 'stranger' = 'portal') {
      const limited = await sign(tokenTypes.limitedUser.typParam, claims);
      return sign(
        tokenTypes.user.typParam,
        { ...claims, aud: 'backstage', uip: limited.split('.')[2] },
        signer === 'portal' ? people.privateKey : stranger.privateKey,
      );
    },
    async stop() {
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
      rmSync(dir, { recursive: true });
    },
  };
}
