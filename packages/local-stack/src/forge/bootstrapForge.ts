import { existsSync, readFileSync } from 'node:fs';
import { buildStackPaths } from '../paths.ts';
import { runCommand } from '../process/runCommand.ts';
import { writeFileAtomic } from '../state/files.ts';
import { SecretFiles } from '../state/secrets.ts';
import { AdminApi } from './AdminApi.ts';
import { ensureTeams } from './ensureTeams.ts';
import { buildForgeEnvironment, type ForgeConnection } from './prepareForge.ts';
import type { ForgeProgram } from './program.ts';

/** Of the stack itself: makes the organisation and the portal's account. */
const ADMIN = 'nerds-beheer';
const ADMIN_TOKEN = 'forge-admin-token';

/** Where the portal takes webhooks of Gitea (plugins/events-backend-module-gitea). */
const WEBHOOK_PATH = '/api/events/http/gitea';

interface BootstrapOptions {
  dir: string;
  program: ForgeProgram;
  settingsFile: string;
  connection: ForgeConnection;
  /** Whom the forge tells about pushes; nobody when there is no portal. */
  portalUrl?: string;
}

async function runGitea(
  { dir, program, settingsFile }: BootstrapOptions,
  args: string[],
) {
  const { forge } = buildStackPaths(dir);
  return runCommand(program.command, [...args, '--config', settingsFile], {
    cwd: forge,
    env: buildForgeEnvironment(forge),
  });
}

async function makeAdminToken(options: BootstrapOptions): Promise<string> {
  const made = await runGitea(options, [
    ...['admin', 'user', 'create', '--admin', '--username', ADMIN],
    ...['--email', `${ADMIN}@forge.invalid`],
    // nobody knows it: the administrator works with the token alone
    ...['--random-password', '--random-password-length', '40'],
    '--must-change-password=false',
  ]);
  if (made.exitCode !== 0 && !/already exists/.test(made.output)) {
    throw new Error('The administrator of the forge could not be made');
  }
  const token = await runGitea(options, [
    ...['admin', 'user', 'generate-access-token', '--username', ADMIN],
    // a name of its own: the token of an interrupted start is unknown
    ...['--token-name', `nerds-${Date.now()}`],
    ...['--scopes', 'write:admin,write:organization,write:user', '--raw'],
  ]);
  // after what Gitea logs there
  const value = token.stdout.trim().split('\n').at(-1) ?? '';
  if (token.exitCode !== 0 || !/^[0-9a-f]{40}$/.test(value)) {
    throw new Error('The administrator of the forge got no token');
  }
  return value;
}

async function openAdminApi(options: BootstrapOptions): Promise<AdminApi> {
  const { baseUrl } = options.connection;
  const file = new SecretFiles(buildStackPaths(options.dir).secrets).path(
    ADMIN_TOKEN,
  );
  if (existsSync(file)) {
    const known = new AdminApi(baseUrl, readFileSync(file, 'utf8'));
    const { status } = await known.send('GET', '/user');
    if (status === 200) {
      return known;
    }
  }
  const token = await makeAdminToken(options);
  writeFileAtomic(file, token, 0o600);
  return new AdminApi(baseUrl, token);
}

async function ensurePortalUser(
  api: AdminApi,
  { username, password }: ForgeConnection,
): Promise<void> {
  const login = { source_id: 0, login_name: username, password };
  if (!(await api.find(`/users/${username}`))) {
    await api.change('POST', '/admin/users', {
      ...login,
      username,
      email: `${username}@forge.invalid`,
      full_name: 'NeRDS-portaal',
      must_change_password: false,
    });
  }
  // outside the organisation it makes nothing
  await api.change('PATCH', `/admin/users/${username}`, {
    ...login,
    max_repo_creation: 0,
  });
}

async function ensureOrganization(
  api: AdminApi,
  organization: string,
): Promise<void> {
  const settings = {
    full_name: 'Projecten van het NeRDS-portaal',
    visibility: 'public',
    // the portal's account gives a new project to the team that owns it
    repo_admin_change_team_access: true,
  };
  if (await api.find(`/orgs/${organization}`)) {
    await api.change('PATCH', `/orgs/${organization}`, settings);
  } else {
    await api.change('POST', '/orgs', { username: organization, ...settings });
  }
}

/**
 * Has the forge tell the portal about every push to a project, so that the
 * catalog and the documentation follow it.
 *
 * @remarks
 * A webhook of an earlier start may have another address or secret, and Gitea
 * changes no secret: there is a new one before the old ones go, so that no push
 * is missed.
 */
async function ensureWebhook(
  api: AdminApi,
  { organization, webhookSecret }: ForgeConnection,
  portalUrl: string,
): Promise<void> {
  const hooks = `/orgs/${organization}/hooks`;
  const known = await api.find<{ id: number; config: { url: string } }[]>(
    `${hooks}?limit=50`,
  );
  await api.change('POST', hooks, {
    type: 'gitea',
    name: 'NeRDS-portaal',
    active: true,
    events: ['push'],
    config: {
      url: new URL(WEBHOOK_PATH, portalUrl).href,
      content_type: 'json',
      secret: webhookSecret,
    },
  });
  for (const { id, config } of known ?? []) {
    if (config.url.endsWith(WEBHOOK_PATH)) {
      await api.change('DELETE', `${hooks}/${id}`);
    }
  }
}

/**
 * Makes what the portal needs in a forge that runs: its account, the
 * organisation for projects with its teams, and a webhook. May be done at every start.
 *
 * @internal
 */
export async function bootstrapForge(options: BootstrapOptions): Promise<void> {
  const { connection, portalUrl } = options;
  const api = await openAdminApi(options);
  await ensurePortalUser(api, connection);
  await ensureOrganization(api, connection.organization);
  await ensureTeams(api, connection);
  if (portalUrl) {
    await ensureWebhook(api, connection, portalUrl);
  }
}
