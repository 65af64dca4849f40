import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { promisify } from 'node:util';
import {
  expect,
  request,
  test,
  type APIRequestContext,
} from '@playwright/test';
import { deleteClustersOf } from './clusters';
import { isOff } from './localStack';
import {
  listDatabases,
  readStackSecrets,
  searchDatabase,
  searchLogs,
  type Secret,
} from './secretSearch';
import { signIn } from './session';

// BIO2 8.15.02: a log holds no secrets. This runs after all other journeys, so
// it searches what the whole run left behind: for the secrets of the stack, and
// for secrets of every kind that it makes itself first.

const NERDS = path.resolve(__dirname, '../nerds');
const baseURL = process.env.PORTAL_BASE_URL ?? 'http://localhost:7007';

const buildProbe = () => `zeer-geheim-${randomBytes(18).toString('hex')}`;

/** Whom a JWT is of is no secret; its signature is what lets one in. */
const toSignature = (jwt: string) => jwt.split('.')[2];

async function mintPortalToken(account: string): Promise<string> {
  const { stdout } = await promisify(execFile)(NERDS, ['token', account]);
  return stdout.trim().split('\n').at(-1) ?? '';
}

function openAs(authorization: string): Promise<APIRequestContext> {
  return request.newContext({ baseURL, extraHTTPHeaders: { authorization } });
}

/** A cluster with machine access to it, by a task that carries a secret. */
async function makeClusterSecrets(api: APIRequestContext): Promise<Secret[]> {
  const carried = buildProbe();
  const name = `geheim-${Date.now().toString(36)}`;
  const started = await api.post('/api/scaffolder/v2/tasks', {
    data: {
      templateRef: 'template:default/free-tier-cluster',
      values: {
        owner: 'group:default/burgerzaken',
        name,
        plan: { tier: 'free', size: 'small' },
        region: 'local',
        purpose: 'Zoeken naar geheimen',
      },
      secrets: { probe: carried },
    },
  });
  expect(started.status()).toBe(201);
  const { id: taskId } = (await started.json()) as { id: string };
  const readStatus = async () => {
    const answer = await api.get(`/api/scaffolder/v2/tasks/${taskId}`);
    return ((await answer.json()) as { status: string }).status;
  };
  await expect.poll(readStatus, { timeout: 120_000 }).toBe('completed');

  const list = await api.get('/api/free-tier/v1/clusters');
  const { items } = (await list.json()) as {
    items: { id: string; name: string }[];
  };
  const cluster = items.find(item => item.name === name);
  const issued = await api.post(
    `/api/free-tier/v1/clusters/${cluster?.id}/kubeconfigs`,
    { data: { kind: 'machine', description: 'zoeken' } },
  );
  expect(issued.status()).toBe(201);
  const text = await issued.text();
  const token = /eyJ[\w-]+\.[\w-]+\.[\w-]+/.exec(text)?.[0];
  expect(token, 'the token in the kubeconfig').toBeTruthy();
  return [
    { name: 'secret of a task', text: carried },
    { name: 'token of a kubeconfig', text: toSignature(token ?? '') },
  ];
}

/** A token for a pipeline: used, revoked, and used again. */
async function makeMachineToken(api: APIRequestContext): Promise<Secret[]> {
  const created = await api.post('/api/machine-access/v1/tokens', {
    data: {
      name: 'zoeken',
      team: 'group:default/burgerzaken',
      permissions: ['free-tier.cluster.read'],
      lifetimeDays: 1,
    },
  });
  expect(created.status()).toBe(201);
  const { token, secret } = (await created.json()) as {
    token: { id: string };
    secret: string;
  };
  const machine = await openAs(`Bearer ${secret}`);
  const use = async () =>
    (await machine.get('/api/free-tier/v1/clusters')).status();
  expect(await use()).toBe(200);
  const revoked = await api.delete(
    `/api/machine-access/v1/tokens/${encodeURIComponent(token.id)}`,
  );
  expect(revoked.status()).toBe(204);
  expect(await use()).toBe(401);
  await machine.dispose();
  const [, part] = /_([\w-]{43})_/.exec(secret) ?? [];
  return [
    { name: 'token of a pipeline', text: secret },
    { name: 'random part of the token of a pipeline', text: part },
  ];
}

/** Secrets where they do not belong: people paste them everywhere. */
async function pasteSecrets(api: APIRequestContext): Promise<Secret[]> {
  const probe = buildProbe();
  const basic = Buffer.from(`sanne:${probe}`).toString('base64');
  await api.get(`/api/free-tier/v1/clusters?access_token=${probe}`);
  await api.get(`/api/audit-log/v1/events?actor=${probe}&token=${probe}`);
  await api.get(`/api/catalog/entities/by-query?filter=${probe}`);
  await api.post('/api/free-tier/v1/clusters', { data: { password: probe } });
  await api.post('/api/free-tier/v1/clusters', {
    data: `{"token": "${probe}`,
    headers: { 'content-type': 'application/json' },
  });
  await api.post('/api/catalog/refresh', {
    data: { authorizationToken: probe, entityRef: 'component:default/none' },
  });
  await api.get('/api/catalog/entities', {
    headers: { cookie: `session=${probe}`, 'x-api-key': probe },
  });
  for (const authorization of [`Bearer ${probe}`, `Basic ${basic}`, probe]) {
    const nobody = await openAs(authorization);
    await nobody.get('/api/free-tier/v1/clusters');
    await nobody.post('/api/scaffolder/v2/tasks', { data: {} });
    await nobody.dispose();
  }
  return [
    { name: 'pasted text', text: probe },
    { name: 'pasted password', text: basic },
  ];
}

test.describe('secrets', () => {
  test.setTimeout(300_000);
  test.beforeAll(() => deleteClustersOf('dev-burgerzaken'));
  test.afterAll(() => deleteClustersOf('dev-burgerzaken'));

  test('are in no database and in no log', async ({ page }) => {
    const secrets = readStackSecrets();
    expect(secrets.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'portal-client-secret',
        'portal-session-secret',
        'postgres-password',
        'postgres-portal-password',
        'service-account.key',
      ]),
    );

    await test.step('a person signs in with a browser', async () => {
      await signIn(page, 'dev-burgerzaken');
      for (const { name, value } of await page.context().cookies(baseURL)) {
        const text = decodeURIComponent(value);
        if (text.length > 20) secrets.push({ name: `cookie ${name}`, text });
      }
    });
    const token = await mintPortalToken('dev-burgerzaken');
    const lead = await mintPortalToken('lead-burgerzaken');
    secrets.push(
      { name: 'token of the portal', text: toSignature(token) },
      { name: 'token of a team lead', text: toSignature(lead) },
    );
    const api = await openAs(`Bearer ${token}`);
    await test.step('secrets are made, used and pasted', async () => {
      secrets.push(...(await pasteSecrets(api)));
      secrets.push(...(await makeMachineToken(api)));
      if (!isOff('kube-apiserver')) {
        secrets.push(...(await makeClusterSecrets(api)));
      }
    });
    await api.dispose();

    await test.step('the search finds what is there', async () => {
      const planted = {
        name: 'what is there',
        text: 'user:default/dev-burgerzaken',
      };
      expect(await searchDatabase('nerds_audit_log', [planted])).toEqual([
        { secret: planted.name, place: 'nerds_audit_log audit.events' },
      ]);
      expect(await searchLogs([planted])).toContainEqual({
        secret: planted.name,
        place: 'logs/portal.log',
      });
    });

    const findings = await searchLogs(secrets);
    for (const database of await listDatabases()) {
      findings.push(...(await searchDatabase(database, secrets)));
    }
    // No exceptions: the portal keeps hashes of tokens, only the public half of
    // its signing keys, and of a session not the signature that its cookie needs.
    expect(findings).toEqual([]);
  });
});
