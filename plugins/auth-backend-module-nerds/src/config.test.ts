import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readOidcConfig } from './config';

const MINIMUM = {
  issuer: 'https://idp.example.org/realms/organisatie',
  clientId: 'portal',
  clientSecret: 'secret',
};

const read = (extra: JsonObject = {}) =>
  readOidcConfig(new ConfigReader({ ...MINIMUM, ...extra }));

describe('readOidcConfig', () => {
  it('needs the provider and the client, and has a default for the rest', () => {
    expect(read()).toMatchObject({
      metadataUrl: MINIMUM.issuer,
      issuer: MINIMUM.issuer,
      tokenEndpointAuthMethod: 'client_secret_basic',
      idTokenAlgorithm: 'RS256',
      prompt: undefined,
      ca: undefined,
      timeoutMs: 10_000,
      clockToleranceMs: 60_000,
      sessionIdleMs: 12 * 3_600_000,
      sessionMaximumMs: 12 * 3_600_000,
      logoutAtProvider: true,
      claims: {
        user: 'preferred_username',
        email: 'email',
        name: 'name',
        groups: 'groups',
      },
      groups: { path: 'refuse' },
      ancestors: 'teams',
      catalogUser: undefined,
    });
  });

  it('takes another session length, claims and groups', () => {
    expect(
      read({
        prompt: 'auto',
        sessionDuration: 'PT30M',
        sessionMaximum: { hours: 8 },
        claims: { user: 'sub', groups: 'realm_access.roles' },
        groups: { pattern: 'team-(.+)', ancestors: 'all' },
        resolver: 'catalogUser',
        catalogUser: { match: 'annotation', annotation: 'keycloak.org/id' },
      }),
    ).toMatchObject({
      prompt: undefined,
      sessionIdleMs: 30 * 60_000,
      sessionMaximumMs: 8 * 3_600_000,
      claims: { user: 'sub', name: 'name', groups: 'realm_access.roles' },
      groups: { pattern: /^(?:team-(.+))$/ },
      ancestors: 'all',
      catalogUser: {
        match: 'annotation',
        annotation: 'keycloak.org/id',
        claim: 'sub',
      },
    });
  });

  it.each<[string, JsonObject, RegExp]>([
    ['plain http', { issuer: 'http://idp.example.org' }, /issuer.*https/],
    ['an address that is none', { metadataUrl: 'idp' }, /metadataUrl/],
    ['a secret algorithm', { tokenSignedResponseAlg: 'HS256' }, /asymmetric/],
    ['no algorithm', { tokenSignedResponseAlg: 'none' }, /asymmetric/],
    ['a claim without a name', { claims: { user: 'a..b' } }, /claims\.user/],
    ['an unknown resolver', { resolver: 'guest' }, /resolver/],
    [
      'an annotation that is not named',
      { resolver: 'catalogUser', catalogUser: { match: 'annotation' } },
      /catalogUser\.annotation/,
    ],
    [
      'a pattern without a capture',
      { groups: { pattern: 'team-.+' } },
      /one capturing group/,
    ],
    [
      'a pattern that is none',
      { groups: { pattern: '(' } },
      /one capturing group/,
    ],
    [
      'a prefix and a pattern',
      { groups: { prefix: 'a', pattern: '(a)' } },
      /together/,
    ],
    [
      'a CA that is not there',
      { caFile: '/nowhere' },
      /caFile.*cannot be read/,
    ],
    ['what only Backstage knows', { signIn: { resolvers: [] } }, /signIn/],
  ])('refuses %s and names the key', (_title, extra, message) => {
    expect(() => read(extra)).toThrow(message);
  });

  it('allows plain http on this machine, where nobody else listens', () => {
    const metadataUrl = 'http://localhost:8080/realms/a';
    expect(read({ metadataUrl, issuer: undefined })).toMatchObject({
      metadataUrl,
    });
  });

  it('refuses a CA file without a certificate', () => {
    const dir = mkdtempSync(path.join(tmpdir(), 'nerds-ca-'));
    const caFile = path.join(dir, 'ca.crt');
    writeFileSync(caFile, 'no certificate');
    expect(() => read({ caFile })).toThrow('holds no certificate');
    rmSync(dir, { recursive: true });
  });
});
