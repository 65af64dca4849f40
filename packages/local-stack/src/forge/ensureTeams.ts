import {
  DEMO_GROUPS,
  findDemoAccount,
} from '../identity-provider/demoAccounts.ts';
import { httpRequest } from '../network/httpRequest.ts';
import type { AdminApi } from './AdminApi.ts';
import type { ForgeConnection } from './prepareForge.ts';

/** Team of the portal's account: it makes repositories and is no owner. */
const PORTAL_TEAM = 'portaal';

const UNITS = ['repo.code', 'repo.issues', 'repo.pulls', 'repo.releases'];

const PAGE_SIZE = 50;

interface Team {
  id: number;
  name: string;
}

async function listAll<T>(api: AdminApi, path: string): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; ; page += 1) {
    const found = await api.find<T[]>(
      `${path}?limit=${PAGE_SIZE}&page=${page}`,
    );
    all.push(...(found ?? []));
    if ((found ?? []).length < PAGE_SIZE) {
      return all;
    }
  }
}

function buildTeams() {
  return [
    {
      name: PORTAL_TEAM,
      permission: 'admin',
      can_create_org_repo: true,
      includes_all_repositories: true,
      units: UNITS,
    },
    // each begins without repositories: the portal gives it its own
    ...DEMO_GROUPS.map(name => ({
      name,
      permission: 'write',
      can_create_org_repo: false,
      includes_all_repositories: false,
      units: UNITS,
    })),
  ];
}

/** Of a catalog-info.yaml that a template made: the name of its owner. */
function findOwner(catalogInfo: string): string | undefined {
  return /^\s+owner:\s*["']?(?:group:)?(?:default\/)?([\w-]+)["']?\s*$/m.exec(
    catalogInfo,
  )?.[1];
}

/**
 * Gives projects to the team of their owner. Only for a team that is new: the
 * portal gives it what comes later, and at an ordinary start nothing is asked of
 * any repository.
 */
async function giveProjectsToTeams(
  api: AdminApi,
  { baseUrl, organization }: ForgeConnection,
  newTeams: Team[],
): Promise<void> {
  const repositories = await listAll<{ name: string; default_branch: string }>(
    api,
    `/orgs/${organization}/repos`,
  );
  for (const { name, default_branch: branch } of repositories) {
    const file = await httpRequest(
      `${baseUrl}/${organization}/${name}/raw/branch/${branch}/catalog-info.yaml`,
    );
    const owner = file.status === 200 ? findOwner(file.body) : undefined;
    const team = newTeams.find(known => known.name === owner);
    if (team) {
      await api.change(
        'PUT',
        `/teams/${team.id}/repos/${organization}/${name}`,
      );
    }
  }
}

/**
 * Takes who is no longer in a group out of its team. Gitea looks at that at a
 * sign-in only, and a token or a session works without one.
 */
async function removeLeavers(api: AdminApi, teams: Team[]): Promise<void> {
  for (const { id, name } of teams) {
    const path = `/teams/${id}/members`;
    for (const { login } of await listAll<{ login: string }>(api, path)) {
      if (!findDemoAccount(login)?.groups.includes(name)) {
        await api.change('DELETE', `${path}/${login}`);
      }
    }
  }
}

/**
 * Makes the teams of the organisation: one of the portal's account, and one for
 * each group of people, with which its members may write to their projects. A
 * member joins at a sign-in, and leaves at a sign-in or here.
 *
 * @internal
 */
export async function ensureTeams(
  api: AdminApi,
  connection: ForgeConnection,
): Promise<void> {
  const { organization, username } = connection;
  const path = `/orgs/${organization}/teams`;
  const known = await listAll<Team>(api, path);
  const missing = buildTeams().filter(
    team => !known.some(({ name }) => name === team.name),
  );
  for (const team of missing) {
    await api.change('POST', path, team);
  }
  const teams = await listAll<Team>(api, path);
  const portal = teams.find(({ name }) => name === PORTAL_TEAM);
  await api.change('PUT', `/teams/${portal?.id}/members/${username}`);
  const teamsOfPeople = teams.filter(({ name }) => DEMO_GROUPS.includes(name));
  const newTeams = teamsOfPeople.filter(team =>
    missing.some(({ name }) => name === team.name),
  );
  if (newTeams.length > 0) {
    await giveProjectsToTeams(api, connection, newTeams);
  }
  await removeLeavers(api, teamsOfPeople);
}
