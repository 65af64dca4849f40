import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import {
  chmodSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { BrowserSession } from '../identity-provider/BrowserSession.ts';
import { chooseAccount } from '../identity-provider/signIn.ts';
import {
  startIdentityProvider,
  type RunningIdentityProvider,
} from '../identity-provider/startIdentityProvider.ts';
import { httpRequest } from '../network/httpRequest.ts';
import { findFreePort } from '../network/ports.ts';
import { buildStackPaths } from '../paths.ts';
import {
  startPostgres,
  type RunningPostgres,
} from '../postgres/startPostgres.ts';
import { toDatabaseUrl, withClient } from '../postgres/runSql.ts';
import { runCommand } from '../process/runCommand.ts';
import { buildForgeUrl } from './prepareForge.ts';
import { startForge, type RunningForge } from './startForge.ts';

const dir = mkdtempSync(join(tmpdir(), 'nerds-forge-'));
// PostgreSQL's own account must get in when this runs as root
chmodSync(dir, 0o755);
const paths = buildStackPaths(dir);
let postgres: RunningPostgres;
let identityProvider: RunningIdentityProvider;
let forge: RunningForge;
let port: number;

/** What came in where the portal would take webhooks. */
const webhooks: { signature: string; body: string }[] = [];
const portal = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', chunk => chunks.push(chunk as Buffer));
  request.on('end', () => {
    if (request.url === '/api/events/http/gitea') {
      const signature = String(request.headers['x-gitea-signature']);
      webhooks.push({ signature, body: Buffer.concat(chunks).toString() });
    }
    response.writeHead(202).end();
  });
});
let portalUrl: string;

before(async () => {
  port = await findFreePort();
  [postgres, identityProvider] = await Promise.all([
    startPostgres({ dir, durable: false }),
    startIdentityProvider({
      dir,
      forgeBaseUrl: buildForgeUrl(port),
      testControl: true,
    }),
  ]);
  await new Promise<void>(resolve => {
    portal.listen(0, '127.0.0.1', resolve);
  });
  portalUrl = `http://localhost:${(portal.address() as AddressInfo).port}`;
  forge = await start();
});
after(async () => {
  await forge?.stop();
  await identityProvider?.stop();
  await postgres?.stop();
  portal.close();
  rmSync(dir, { recursive: true, force: true });
});

function start() {
  return startForge({ dir, postgres, identityProvider, port, portalUrl });
}

function call(method: string, path: string, body?: unknown) {
  const { baseUrl, username, password } = forge.connection;
  const login = Buffer.from(`${username}:${password}`).toString('base64');
  return httpRequest(`${baseUrl}${path}`, {
    method,
    headers: {
      Authorization: `Basic ${login}`,
      'Content-Type': 'application/json',
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function git(...args: string[]) {
  const { exitCode, output } = await runCommand('git', args, {
    cwd: dir,
    env: { GIT_TERMINAL_PROMPT: '0', GIT_CONFIG_NOSYSTEM: '1', HOME: dir },
  });
  return { exitCode, output };
}

/** A first commit in a repository that was made for it, over HTTP as git does. */
async function pushProject(name: string, owner?: string) {
  const { baseUrl, username, password } = forge.connection;
  const work = join(dir, name);
  await git('init', '--quiet', '--initial-branch=main', work);
  writeFileSync(join(work, 'README.md'), '# Proef\n');
  if (owner) {
    writeFileSync(
      join(work, 'catalog-info.yaml'),
      `kind: Component\nspec:\n  owner: group:default/${owner}\n`,
    );
  }
  await git('-C', work, 'add', '--all');
  await git(
    ...['-C', work, '-c', 'user.name=Proef', '-c', 'user.email=p@x.invalid'],
    ...['commit', '--quiet', '--message', 'Eerste versie'],
  );
  const url = new URL(`${baseUrl}/projecten/${name}.git`);
  url.username = username;
  url.password = password;
  return git('-C', work, 'push', '--quiet', url.href, 'main');
}

/** The forge looks at what was pushed a moment later. */
async function waitUntilFilled(name: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const { body } = await call('GET', `/api/v1/repos/projecten/${name}`);
    if (JSON.parse(body).empty === false) {
      return;
    }
    await sleep(100);
  }
  assert.fail(`${name} is still empty`);
}

/** Signs somebody in to the forge in a browser of their own. */
async function signInAs(account: string) {
  const { baseUrl } = forge.connection;
  const session = new BrowserSession();
  const startUrl = `${baseUrl}/user/login`;
  const { answer } = await chooseAccount(session, { startUrl, account });
  return { session, answer };
}

/** Who the forge takes somebody for; nobody is sent to sign in. */
async function findUsername(session: BrowserSession) {
  const { baseUrl } = forge.connection;
  const { url, answer } = await session.open(`${baseUrl}/user/settings`);
  return url.startsWith(baseUrl)
    ? /name="name" value="([^"]+)"/.exec(answer.body)?.[1]
    : undefined;
}

/** Changes README.md of a project on the page of the forge. */
async function editReadme(session: BrowserSession, name: string, text: string) {
  const { baseUrl } = forge.connection;
  const url = `${baseUrl}/projecten/${name}/_edit/main/README.md`;
  const page = await session.open(url);
  const lastCommit = /name="last_commit" value="(\w+)"/.exec(page.answer.body);
  await session.open(url, {
    form: {
      tree_path: 'README.md',
      content: text,
      commit_summary: 'Werk README.md bij',
      commit_choice: 'direct',
      last_commit: lastCommit?.[1] ?? '',
    },
  });
  const raw = await httpRequest(
    `${baseUrl}/projecten/${name}/raw/branch/main/README.md`,
  );
  return { hasForm: Boolean(lastCommit), isSaved: raw.body === text };
}

async function changeAccount(account: string, change: object) {
  const { url, secret } = identityProvider.testControl!;
  const { status } = await httpRequest(`${url}${account}`, {
    ca: readFileSync(identityProvider.caFile, 'utf8'),
    method: 'PUT',
    headers: { Authorization: `Bearer ${secret}` },
    body: JSON.stringify(change),
  });
  assert.ok(status < 300, String(status));
}

describe('the local forge', () => {
  it('lets the portal make repositories in its organisation and nowhere else', async () => {
    const made = await call('POST', '/api/v1/orgs/projecten/repos', {
      name: 'proef',
      default_branch: 'main',
    });
    assert.equal(made.status, 201, made.body);
    const { exitCode, output } = await pushProject('proef');
    assert.equal(exitCode, 0, output);
    await waitUntilFilled('proef');
    const own = await call('POST', '/api/v1/user/repos', { name: 'eigen' });
    assert.equal(own.status, 403);
    for (const [method, path] of [
      ['GET', '/api/v1/admin/users'],
      ['POST', '/api/v1/admin/users'],
      ['DELETE', '/api/v1/orgs/projecten'],
    ]) {
      assert.equal((await call(method, path)).status, 403, path);
    }
  });

  it('shows a project to people, with the stylesheets and scripts of its pages', async () => {
    const { baseUrl } = forge.connection;
    const page = await httpRequest(
      `${baseUrl}/projecten/proef/src/branch/main/README.md`,
    );
    assert.equal(page.status, 200);
    assert.match(page.body, /Proef/);
    const stylesheets = [...page.body.matchAll(/href="(\/[^"]+\.css)"/g)];
    assert.ok(stylesheets.length >= 2, page.body.slice(0, 2000));
    for (const [, path] of stylesheets) {
      const answer = await httpRequest(`${baseUrl}${path}`);
      assert.equal(answer.status, 200, path);
      assert.ok(!answer.body.includes('@import'), path);
    }
    const scripts = [...page.body.matchAll(/<script[^>]* src="([^"]+)"/g)];
    assert.ok(scripts.length >= 2, page.body.slice(-2000));
    for (const [, path] of scripts) {
      const answer = await httpRequest(`${baseUrl}${path}`);
      assert.equal(answer.status, 200, path);
    }
    const raw = await httpRequest(
      `${baseUrl}/projecten/proef/raw/branch/main/README.md`,
    );
    assert.equal(raw.body, '# Proef\n');
  });

  it('lets nobody in who does not know the password', async () => {
    const { baseUrl } = forge.connection;
    const stranger = await httpRequest(
      `${baseUrl}/api/v1/orgs/projecten/repos`,
      { method: 'POST', body: '{"name":"x"}' },
    );
    assert.equal(stranger.status, 401);
    const register = await httpRequest(`${baseUrl}/user/sign_up`);
    assert.doesNotMatch(register.body, /name="password"/);
  });

  it('keeps what it has and its account over a restart', async () => {
    await forge.stop();
    forge = await start();
    const found = await call('GET', '/api/v1/repos/projecten/proef');
    assert.equal(found.status, 200);
    assert.equal(JSON.parse(found.body).empty, false);
  });

  it('lets people change the projects of the teams they are in now, and no others', async () => {
    const made = await call('POST', '/api/v1/orgs/projecten/repos', {
      name: 'van-burgerzaken',
      default_branch: 'main',
    });
    assert.equal(made.status, 201, made.body);
    await pushProject('van-burgerzaken');
    await waitUntilFilled('van-burgerzaken');
    const given = await call(
      'PUT',
      '/api/v1/repos/projecten/van-burgerzaken/teams/burgerzaken',
    );
    assert.equal(given.status, 204, given.body);

    const { session } = await signInAs('dev-burgerzaken');
    assert.equal(await findUsername(session), 'dev-burgerzaken');
    assert.deepEqual(
      await editReadme(session, 'van-burgerzaken', '# Van ons\n'),
      { hasForm: true, isSaved: true },
    );
    const other = await signInAs('dev-vergunningen');
    assert.deepEqual(
      await editReadme(other.session, 'van-burgerzaken', '# Van hen\n'),
      { hasForm: false, isSaved: false },
    );
    assert.deepEqual(await editReadme(session, 'proef', '# Van niemand\n'), {
      hasForm: false,
      isSaved: false,
    });

    await changeAccount('dev-burgerzaken', { groups: ['vergunningen'] });
    const moved = await signInAs('dev-burgerzaken');
    await changeAccount('dev-burgerzaken', {});
    assert.equal(await findUsername(moved.session), 'dev-burgerzaken');
    assert.deepEqual(
      await editReadme(moved.session, 'van-burgerzaken', '# Niet meer\n'),
      { hasForm: false, isSaved: false },
    );
  });

  it('keeps out whoever is called as an account of its own', async () => {
    const readAccounts = () =>
      withClient(toDatabaseUrl(postgres.url, 'nerds_forge'), async client => {
        const { rows } = await client.query(
          `SELECT id, login_type, login_source, login_name, is_admin, email
           FROM "user" WHERE name IN ('nerds-beheer', 'nerds-portal')`,
        );
        return rows as { is_admin: boolean }[];
      });
    const ownAccounts = await readAccounts();
    assert.equal(ownAccounts.length, 2);
    for (const claims of [
      { preferred_username: 'nerds-beheer' },
      { preferred_username: 'Nerds-Beheer' },
      { preferred_username: 'nerds-portal' },
      { preferred_username: 'projecten' },
      { preferred_username: 'iemand', email: 'nerds-beheer@forge.invalid' },
    ]) {
      await changeAccount('auditor', { claims });
      const { session } = await signInAs('auditor');
      assert.equal(
        await findUsername(session),
        undefined,
        JSON.stringify(claims),
      );
    }
    await changeAccount('auditor', {});
    assert.deepEqual(await readAccounts(), ownAccounts);
    const { session } = await signInAs('administrator');
    assert.equal(await findUsername(session), 'administrator');
    const { baseUrl } = forge.connection;
    const { answer } = await session.open(`${baseUrl}/-/admin`);
    assert.notEqual(answer.status, 200);
    const linking = await session.open(`${baseUrl}/user/link_account`);
    assert.doesNotMatch(linking.answer.body, /name="password"/);
  });

  it('gives projects of before there were teams to their owner, and signs in as before', async () => {
    const made = await call('POST', '/api/v1/orgs/projecten/repos', {
      name: 'van-vroeger',
      default_branch: 'main',
    });
    assert.equal(made.status, 201, made.body);
    await pushProject('van-vroeger', 'vergunningen');
    await waitUntilFilled('van-vroeger');
    await forge.stop();
    // as a stack that is older than signing in
    await withClient(toDatabaseUrl(postgres.url, 'nerds_forge'), client =>
      client.query(
        "DELETE FROM login_source; DELETE FROM team WHERE lower_name = 'vergunningen'",
      ),
    );
    forge = await start();
    // one who has no account yet: it would be of a sign-in that is gone
    const { session } = await signInAs('dev-two-teams');
    assert.deepEqual(await editReadme(session, 'van-vroeger', '# Van ons\n'), {
      hasForm: true,
      isSaved: true,
    });
  });

  it('takes who has left a team out of it at the next start, and leaves the projects of a team alone', async () => {
    await changeAccount('data-owner', { groups: ['burgerzaken'] });
    const { session } = await signInAs('data-owner');
    await changeAccount('data-owner', {});
    assert.deepEqual(
      await editReadme(session, 'van-burgerzaken', '# Van een gast\n'),
      { hasForm: true, isSaved: true },
    );
    const member = await signInAs('lead-burgerzaken');
    const taken = await call(
      'DELETE',
      '/api/v1/repos/projecten/van-vroeger/teams/vergunningen',
    );
    assert.equal(taken.status, 204, taken.body);

    await forge.stop();
    forge = await start();
    assert.equal(await findUsername(session), 'data-owner');
    assert.deepEqual(
      await editReadme(session, 'van-burgerzaken', '# Nog steeds\n'),
      { hasForm: false, isSaved: false },
    );
    assert.deepEqual(
      await editReadme(member.session, 'van-burgerzaken', '# Van ons\n'),
      { hasForm: true, isSaved: true },
    );
    const teams = await call(
      'GET',
      '/api/v1/repos/projecten/van-vroeger/teams',
    );
    const names = JSON.parse(teams.body).map(
      ({ name }: { name: string }) => name,
    );
    assert.ok(!names.includes('vergunningen'), teams.body);
  });

  it('tells the portal once of every push, signed, also after a restart', async () => {
    const made = await call('POST', '/api/v1/orgs/projecten/repos', {
      name: 'verteld',
      default_branch: 'main',
    });
    assert.equal(made.status, 201, made.body);
    webhooks.length = 0;
    const { exitCode, output } = await pushProject('verteld');
    assert.equal(exitCode, 0, output);
    const pushes = () =>
      webhooks.filter(({ body }) => {
        const { ref, repository } = JSON.parse(body);
        return ref === 'refs/heads/main' && repository.name === 'verteld';
      });
    for (let attempt = 0; attempt < 200 && !pushes().length; attempt += 1) {
      await sleep(100);
    }
    const [{ signature, body }] = pushes();
    const { repository } = JSON.parse(body);
    assert.equal(
      repository.html_url,
      `${forge.connection.baseUrl}/projecten/verteld`,
    );
    const secret = readFileSync(join(paths.secrets, 'forge-webhook-secret'));
    assert.equal(
      signature,
      createHmac('sha256', secret).update(body).digest('hex'),
    );
    const token = readFileSync(join(paths.secrets, 'forge-admin-token'));
    const hooks = await httpRequest(
      `${forge.connection.baseUrl}/api/v1/orgs/projecten/hooks`,
      { headers: { Authorization: `token ${token}` } },
    );
    assert.equal(JSON.parse(hooks.body).length, 1);
  });

  it('shows no secret to other people of this machine, and logs none', async () => {
    const secrets = [
      'forge-portal-password',
      'forge-webhook-secret',
      'forge-admin-token',
      'postgres-forge-password',
      'forge-secret-key',
      'forge-client-secret',
      'forge-internal-token',
    ].map(name => join(paths.secrets, name));
    for (const file of [...secrets, join(paths.forge, 'app.ini')]) {
      assert.equal(statSync(file).mode % 0o1000, 0o600, file);
    }
    const log = readFileSync(join(paths.logs, 'forge.log'), 'utf8');
    const { output: processes } = await runCommand('ps', ['-eo', 'args']);
    for (const file of secrets) {
      const secret = readFileSync(file, 'utf8');
      assert.ok(!log.includes(secret), file);
      assert.ok(!processes.includes(secret), file);
    }
  });
});
