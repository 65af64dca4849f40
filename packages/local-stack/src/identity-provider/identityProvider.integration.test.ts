import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { createRemoteJWKSet, customFetch, jwtVerify } from 'jose';
import { httpRequest } from '../network/httpRequest.ts';
import { DEMO_ACCOUNTS } from './demoAccounts.ts';
import { KUBECTL_CLIENT_ID, PORTAL_CLIENT_ID } from './settings.ts';
import { signIn } from './signIn.ts';
import {
  startIdentityProvider,
  type RunningIdentityProvider,
} from './startIdentityProvider.ts';

const portalBaseUrl = 'http://localhost:17007';
const dir = mkdtempSync(join(tmpdir(), 'nerds-idp-'));
let provider: RunningIdentityProvider;
let ca: string;

before(async () => {
  provider = await startIdentityProvider({ dir, portalBaseUrl });
  ca = readFileSync(provider.caFile, 'utf8');
});
after(async () => {
  await provider.stop();
  rmSync(dir, { recursive: true });
});

function verifyIdToken(token: string, audience: string) {
  const keys = createRemoteJWKSet(new URL(`${provider.issuer}/jwks`), {
    [customFetch]: async (url: string) => {
      const answer = await httpRequest(url, { ca });
      return new Response(answer.body, { status: answer.status });
    },
  });
  return jwtVerify(token, keys, {
    issuer: provider.issuer,
    audience,
    algorithms: ['RS256'],
  });
}

async function startAuthorization(parameters: Record<string, string>) {
  const query = new URLSearchParams({
    response_type: 'code',
    scope: 'openid',
    ...parameters,
  });
  return httpRequest(`${provider.pagesOrigin}/auth?${query.toString()}`);
}

describe('identity provider', () => {
  it('signs every demo person in for kubectl, with the groups in the ID token', async () => {
    for (const { id, groups } of DEMO_ACCOUNTS) {
      const { id_token } = await signIn(provider, id);
      const { payload } = await verifyIdToken(id_token, KUBECTL_CLIENT_ID);
      assert.equal(payload.sub, id);
      assert.equal(payload.preferred_username, id);
      assert.equal(payload.email_verified, true);
      assert.deepEqual(payload.groups, groups);
    }
  });

  it('signs in for the portal with its secret, and gives a refresh token', async () => {
    const target = { ...provider, portalBaseUrl };
    const tokens = await signIn(target, 'auditor', PORTAL_CLIENT_ID);
    await verifyIdToken(tokens.id_token, PORTAL_CLIENT_ID);
    assert.ok(tokens.refresh_token);
    await assert.rejects(
      signIn(
        { ...target, portalClientSecret: 'wrong' },
        'auditor',
        PORTAL_CLIENT_ID,
      ),
      /invalid_client/,
    );
  });

  it('refuses a request without PKCE and an address that is not registered', async () => {
    const redirect_uri = 'http://localhost:8000';
    const withoutPkce = await startAuthorization({
      client_id: KUBECTL_CLIENT_ID,
      redirect_uri,
    });
    assert.match(String(withoutPkce.headers.location), /error=invalid_request/);
    const elsewhere = await startAuthorization({
      client_id: PORTAL_CLIENT_ID,
      redirect_uri: 'https://attacker.example/',
    });
    assert.equal(elsewhere.status, 400);
    assert.match(elsewhere.body, /Inloggen is niet gelukt/);
  });

  it('sends programs to https and people to a page their browser trusts', async () => {
    const { body } = await httpRequest(provider.metadataUrl, { ca });
    const metadata = JSON.parse(body) as Record<string, string>;
    assert.equal(metadata.issuer, provider.issuer);
    assert.match(metadata.token_endpoint, /^https:/);
    assert.match(metadata.jwks_uri, /^https:/);
    assert.ok(metadata.authorization_endpoint.startsWith(provider.pagesOrigin));
    assert.ok(metadata.end_session_endpoint.startsWith(provider.pagesOrigin));
  });

  it('lets a test change accounts with its secret, and nobody else', async () => {
    const other = mkdtempSync(join(tmpdir(), 'nerds-idp-'));
    const changeable = await startIdentityProvider({
      dir: other,
      portalBaseUrl,
      testControl: true,
    });
    const otherCa = readFileSync(changeable.caFile, 'utf8');
    const change = (target: string, secret: string, body: object) =>
      httpRequest(target, {
        ca: otherCa,
        method: 'PUT',
        headers: { Authorization: `Bearer ${secret}` },
        body: JSON.stringify(body),
      });
    try {
      const { url, secret } = changeable.testControl!;
      const refused = await change(`${url}auditor`, 'guess', { groups: [] });
      assert.equal(refused.status, 404);
      await change(`${url}auditor`, secret, {
        groups: ['elsewhere'],
        claims: { email: null },
      });
      const { id_token } = await signIn(changeable, 'auditor');
      const payload = JSON.parse(
        Buffer.from(id_token.split('.')[1], 'base64url').toString(),
      ) as Record<string, unknown>;
      assert.deepEqual(payload.groups, ['elsewhere']);
      assert.equal('email' in payload, false);
      await change(`${url}auditor`, secret, { disabled: true });
      await assert.rejects(signIn(changeable, 'auditor'), /failed/);
    } finally {
      await changeable.stop();
      rmSync(other, { recursive: true });
    }
    // without asking for it there is no such address
    const absent = await httpRequest(
      `${provider.issuer}/test-control/accounts/auditor`,
      { ca, method: 'PUT', body: '{}' },
    );
    assert.equal(absent.status, 404);
  });

  it('answers only to names of this machine', async () => {
    const answer = await httpRequest(`${provider.pagesOrigin}/auth`, {
      headers: { Host: 'rebound.example' },
    });
    assert.equal(answer.status, 421);
  });

  it('keeps keys and clients over a restart', async () => {
    const { id_token } = await signIn(provider, 'auditor');
    await provider.stop();
    provider = await startIdentityProvider({
      dir,
      portalBaseUrl,
      ports: {
        api: Number(new URL(provider.issuer).port),
        pages: Number(new URL(provider.pagesOrigin).port),
      },
    });
    await verifyIdToken(id_token, KUBECTL_CLIENT_ID);
  });
});
