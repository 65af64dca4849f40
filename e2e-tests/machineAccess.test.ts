import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  expect,
  request,
  test,
  type APIRequestContext,
} from '@playwright/test';
import { deleteClustersOf, openApi } from './clusters';

const TOKENS = '/api/machine-access/v1/tokens';
const CLUSTERS = '/api/free-tier/v1/clusters';
const HOME = process.env.NERDS_HOME ?? path.resolve(__dirname, '../.nerds');

interface CreatedToken {
  token: { id: string; lastUsedAt?: string; lastUsedFrom?: string };
  secret: string;
}

/** The portal's API as a pipeline uses it. */
function openAsMachine(credential: string): Promise<APIRequestContext> {
  return request.newContext({
    baseURL: process.env.PORTAL_BASE_URL ?? 'http://localhost:7007',
    extraHTTPHeaders: { authorization: `Bearer ${credential}` },
  });
}

const buildTokenRequest = (overrides = {}) => ({
  name: `uitrol-${Date.now().toString(36)}`,
  team: 'group:default/burgerzaken',
  permissions: ['free-tier.cluster.read', 'free-tier.cluster.create'],
  lifetimeDays: 7,
  purpose: 'Browsertest',
  ...overrides,
});

const buildClusterRequest = (team: string) => ({
  name: `machine-${Date.now().toString(36)}`,
  owner: `group:default/${team}`,
  tier: 'free',
  size: 'small',
  region: 'local',
  purpose: 'Kijken of een pipeline het kan',
});

async function readLogs(): Promise<string> {
  const directory = path.join(HOME, 'logs');
  const files = await readdir(directory);
  const texts = await Promise.all(
    files.map(file => readFile(path.join(directory, file), 'utf8')),
  );
  return texts.join('\n');
}

test.describe('the token of a pipeline', () => {
  let person: APIRequestContext;
  let otherPerson: APIRequestContext;

  test.beforeAll(async () => {
    await deleteClustersOf('dev-burgerzaken');
    await deleteClustersOf('dev-vergunningen');
    person = await openApi('dev-burgerzaken');
    otherPerson = await openApi('dev-vergunningen');
  });
  test.afterAll(async () => {
    await person.dispose();
    await otherPerson.dispose();
    await deleteClustersOf('dev-burgerzaken');
    await deleteClustersOf('dev-vergunningen');
  });

  async function makeToken(overrides = {}): Promise<CreatedToken> {
    const made = await person.post(TOKENS, {
      data: buildTokenRequest(overrides),
    });
    expect(made.status()).toBe(201);
    return made.json();
  }

  test('does what it is for, nothing else, and nothing once revoked', async () => {
    const { token, secret } = await makeToken();
    const machine = await openAsMachine(secret);

    const made = await machine.post(CLUSTERS, {
      data: buildClusterRequest('burgerzaken'),
    });
    expect(made.status()).toBe(201);
    const cluster = await made.json();
    expect(cluster).toMatchObject({
      createdBy: `user:machine/${token.id}`,
      permissions: { delete: false },
    });

    await test.step('it may not delete, nor see what another team has', async () => {
      const deleted = await machine.delete(`${CLUSTERS}/${cluster.id}`);
      expect(deleted.status()).toBe(403);
      const foreign = await otherPerson.post(CLUSTERS, {
        data: buildClusterRequest('vergunningen'),
      });
      const { id } = await foreign.json();
      expect((await machine.get(`${CLUSTERS}/${id}`)).status()).toBe(404);
      const { items } = await (await machine.get(CLUSTERS)).json();
      expect(items.map((item: { id: string }) => item.id)).toEqual([
        cluster.id,
      ]);
      const ofOthers = await machine.post(CLUSTERS, {
        data: buildClusterRequest('vergunningen'),
      });
      expect(ofOthers.ok()).toBe(false);
    });

    await test.step('it may not make or see tokens, whoever made it may', async () => {
      const again = await machine.post(TOKENS, { data: buildTokenRequest() });
      expect(again.status()).toBe(403);
      expect((await machine.get(TOKENS)).status()).toBe(403);
      expect((await otherPerson.get(`${TOKENS}/${token.id}`)).status()).toBe(
        404,
      );
    });

    await test.step('its use is on record', async () => {
      const seen = await (await person.get(`${TOKENS}/${token.id}`)).json();
      expect(seen.lastUsedAt).toBeTruthy();
      expect(seen.lastUsedFrom).toBeTruthy();
      expect(JSON.stringify(seen)).not.toContain(secret);
      const auditor = await openApi('auditor');
      const log = await auditor.get('/api/audit-log/v1/events', {
        params: { actor: `user:machine/${token.id}` },
      });
      const text = await log.text();
      expect(text).toContain('machine-token-use');
      expect(text).not.toContain(secret);
      await auditor.dispose();
    });

    await test.step('the next request after it was revoked is refused', async () => {
      expect((await machine.get(CLUSTERS)).status()).toBe(200);
      expect((await person.delete(`${TOKENS}/${token.id}`)).status()).toBe(204);
      const refused = await machine.get(CLUSTERS);
      expect(refused.status()).toBe(401);
      expect(await refused.json()).toMatchObject({
        code: 'machine-credential-refused',
        detail: expect.stringContaining('ingetrokken'),
      });
    });

    await machine.dispose();
    expect(await readLogs()).not.toContain(secret);
  });

  test('has an end, and no right that is not for machines', async () => {
    for (const [overrides, field] of [
      [{ lifetimeDays: undefined }, 'lifetimeDays'],
      [{ lifetimeDays: 3650 }, 'lifetimeDays'],
      [{ permissions: ['access.role.grant'] }, 'permissions'],
    ] as const) {
      const answer = await person.post(TOKENS, {
        data: buildTokenRequest(overrides),
      });
      expect(answer.status()).toBe(400);
      const { errors } = await answer.json();
      expect(errors[0].field).toBe(field);
    }
  });

  test('is for an own team, and not for an auditor to make', async () => {
    const foreign = await otherPerson.post(TOKENS, {
      data: buildTokenRequest(),
    });
    expect(foreign.status()).toBe(403);
    const auditor = await openApi('auditor');
    const audited = await auditor.post(TOKENS, {
      data: buildTokenRequest({ team: 'group:default/auditors' }),
    });
    expect(audited.status()).toBe(403);
    await auditor.dispose();
  });

  test('is refused when it was not copied well, or made up', async () => {
    const { token, secret } = await makeToken();
    for (const credential of [
      secret.slice(0, -1),
      `nerds_${token.id}_${'a'.repeat(43)}_00000000`,
      'nerds_',
    ]) {
      const machine = await openAsMachine(credential);
      const answer = await machine.get(CLUSTERS);
      expect(answer.status()).toBe(401);
      expect((await answer.json()).code).toBe('machine-credential-incomplete');
      await machine.dispose();
    }
    await person.delete(`${TOKENS}/${token.id}`);
  });

  test('is exchanged by the portal alone', async () => {
    const { token, secret } = await makeToken();
    const anybody = await request.newContext({
      baseURL: process.env.PORTAL_BASE_URL ?? 'http://localhost:7007',
    });
    const exchanged = await anybody.post('/api/auth/machine/refresh', {
      data: { credential: secret },
      headers: { 'x-nerds-front-door': '0'.repeat(64) },
    });
    expect(exchanged.status()).toBe(401);
    await anybody.dispose();

    // what an exchange would give, as somebody might send it from outside
    const inside = ['{}', `{"sub":"user:machine/${token.id}"}`, 'x']
      .map(part => Buffer.from(part).toString('base64url'))
      .join('.');
    const machine = await openAsMachine(inside);
    const refused = await machine.get(CLUSTERS);
    expect(refused.status()).toBe(401);
    expect((await refused.json()).code).toBe('machine-identity-from-outside');
    await machine.dispose();
    await person.delete(`${TOKENS}/${token.id}`);
  });
});
