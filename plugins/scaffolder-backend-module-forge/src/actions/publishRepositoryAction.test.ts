import { mockServices } from '@backstage/backend-test-utils';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildRun } from '../__testUtils__/buildRun';
import { GitServer, type ApiHandler } from '../__testUtils__/GitServer';
import { createForge } from '../clients/createForge';
import { readForgeConfig, type ForgeType } from '../config';
import { createPublishRepositoryAction } from './publishRepositoryAction';

const SECRET = 'geheim-van-het-portaal';
const INPUT = {
  name: 'proef',
  description: 'Een "proef": ${{ x }}',
  owner: 'group:default/burgerzaken',
};
const USER = {
  ref: 'user:default/dev-burgerzaken',
  entity: {
    apiVersion: 'backstage.io/v1alpha1' as const,
    kind: 'User' as const,
    metadata: { name: 'dev-burgerzaken' },
    spec: { profile: { displayName: 'Wim', email: 'wim@demo.invalid' } },
  },
};

let workspacePath: string;
let server: GitServer;
/** Of the API of the forge, for the test to answer first. */
let interrupt: ApiHandler;
let created: Record<string, unknown>[];
/** Teams of the forge, and those that were given the repository. */
let knownTeams: string[];
let givenTo: string[];

const repositoryName = 'projecten/proef';

/** As the APIs of Gitea and GitHub have them, newest first. */
const toCommits = (messages: string[]) =>
  messages.map((message, index) => ({
    commit: { message },
    parents: messages.slice(index + 1, index + 2).map(sha => ({ sha })),
  }));

/** The part of Gitea's API that the action uses, over a real git server. */
const gitea: ApiHandler = request => {
  const { method, path: address, body } = request;
  const answer = interrupt(request);
  if (answer) return answer;
  if (method === 'POST' && address === '/api/v1/orgs/projecten/repos') {
    if (server.hasRepository(repositoryName)) return { status: 409 };
    created.push(body);
    server.addRepository(repositoryName);
    return { status: 201, body: {} };
  }
  if (!server.hasRepository(repositoryName)) return undefined;
  const [, team] = /\/proef\/teams\/(.+)$/.exec(address) ?? [];
  if (method === 'PUT' && team && knownTeams.includes(team)) {
    if (givenTo.includes(team)) return { status: 422 };
    givenTo.push(team);
    return { status: 204 };
  }
  const commits = server.listCommits(repositoryName);
  if (address === '/api/v1/repos/projecten/proef') {
    return { status: 200, body: { empty: commits.length === 0 } };
  }
  if (address.startsWith('/api/v1/repos/projecten/proef/commits?')) {
    return { status: 200, body: toCommits(commits) };
  }
  return undefined;
};

function buildConfig(type: ForgeType, statusFile?: string) {
  const { host } = server;
  const integration = {
    gitea: {
      host,
      baseUrl: `http://${host}`,
      username: 'portal',
      password: SECRET,
    },
    gitlab: {
      host,
      baseUrl: `http://${host}`,
      apiBaseUrl: `http://${host}/api/v4`,
      token: SECRET,
    },
    github: { host, apiBaseUrl: `http://${host}/api/v3`, token: SECRET },
  }[type];
  return mockServices.rootConfig({
    data: {
      integrations: { [type]: [integration] },
      forge: { type, host, organization: 'projecten', statusFile },
    },
  });
}

function buildAction(type: ForgeType = 'gitea', statusFile?: string) {
  const root = buildConfig(type, statusFile);
  const config = readForgeConfig(root)!;
  const forge = createForge(config, root);
  return createPublishRepositoryAction(
    { config, forge, secrets: [SECRET] },
    async owner => owner === INPUT.owner,
  );
}

function run(
  options: { taskId?: string; checkpoints?: Map<string, unknown> } & {
    language?: 'nl' | 'en';
    name?: string;
    owner?: string;
    isDryRun?: boolean;
    workspace?: string;
  } = {},
) {
  const { taskId = 'task-1', checkpoints, language, isDryRun } = options;
  const { name = INPUT.name, owner = INPUT.owner } = options;
  return buildRun(
    { ...INPUT, name, owner, ...(language && { language }) },
    {
      checkpoints,
      changes: {
        workspacePath: options.workspace ?? workspacePath,
        isDryRun,
        user: USER,
        task: { id: taskId },
      },
    },
  );
}

async function start(api: ApiHandler) {
  server = new GitServer(api);
  await server.start();
}

beforeEach(() => {
  workspacePath = mkdtempSync(path.join(tmpdir(), 'forge-workspace-'));
  writeFileSync(path.join(workspacePath, 'README.md'), '# Proef\n');
  interrupt = () => undefined;
  created = [];
  knownTeams = ['burgerzaken', 'vergunningen'];
  givenTo = [];
});

afterEach(async () => {
  await server.stop();
  rmSync(workspacePath, { recursive: true, force: true });
});

describe('forge:publish-repository', () => {
  describe('with Gitea', () => {
    beforeEach(() => start(gitea));

    it.each([false, true])(
      'makes nothing in the name of a team of others (dry run: %s)',
      async isDryRun => {
        const owner = 'group:default/vergunningen';
        const { context } = run({ owner, isDryRun });
        await expect(buildAction().handler(context)).rejects.toThrow(
          'Veld “owner”: u zit niet in group:default/vergunningen.',
        );
        expect(created).toEqual([]);
      },
    );

    it('makes nothing for a team that was taken away since the name was free', async () => {
      const checkpoints = new Map([['name-was-free-proef', true]]);
      const owner = 'group:default/vergunningen';
      const { context } = run({ owner, checkpoints });
      await expect(buildAction().handler(context)).rejects.toThrow(
        'Veld “owner”: u zit niet in group:default/vergunningen.',
      );
      expect(created).toEqual([]);
    });

    it('publishes the workspace as one commit of the person', async () => {
      const { context, outputs, log } = run();
      await buildAction().handler(context);
      const url = `http://${server.host}/projecten/proef`;
      expect(outputs).toEqual({
        repositoryUrl: url,
        cloneUrl: `${url}.git`,
        entityUrl: `${url}/src/branch/main/catalog-info.yaml`,
        defaultBranch: 'main',
      });
      expect(created).toEqual([
        expect.objectContaining({
          name: 'proef',
          description: INPUT.description,
          private: true,
          default_branch: 'main',
        }),
      ]);
      expect(server.listCommits(repositoryName)).toEqual([
        'Eerste versie\n\nPortal-Task: task-1',
      ]);
      expect(
        server.git(repositoryName, 'log', '--format=%an <%ae>', 'main'),
      ).toBe('Wim <wim@demo.invalid>');
      expect(server.git(repositoryName, 'show', 'main:README.md')).toBe(
        '# Proef',
      );
      expect(log.join('\n')).not.toContain(SECRET);
      expect(givenTo).toEqual(['burgerzaken']);
    });

    it('publishes for a team that the forge does not have, and says so', async () => {
      knownTeams = [];
      const { context, log } = run();
      await buildAction().handler(context);
      expect(server.listCommits(repositoryName)).toHaveLength(1);
      expect(log.join()).toMatch(/In de forge is geen team “burgerzaken”/);
    });

    it('gives the repository to its team when the attempt before did not come to it', async () => {
      interrupt = ({ method }) =>
        method === 'PUT' ? { status: 400 } : undefined;
      await expect(buildAction().handler(run().context)).rejects.toThrow();
      interrupt = () => undefined;
      const checkpoints = new Map([['name-was-free-proef', true]]);
      await buildAction().handler(run({ checkpoints }).context);
      expect(givenTo).toEqual(['burgerzaken']);
      expect(server.listCommits(repositoryName)).toHaveLength(1);
    });

    it('makes no double when the push was not put on record', async () => {
      await buildAction().handler(run().context);
      const checkpoints = new Map([['name-was-free-proef', true]]);
      await buildAction().handler(run({ checkpoints }).context);
      expect(created).toHaveLength(1);
      expect(server.listCommits(repositoryName)).toHaveLength(1);
    });

    it('goes on with the empty repository of an attempt that was cut off', async () => {
      server.addRepository(repositoryName);
      const checkpoints = new Map([['name-was-free-proef', true]]);
      await buildAction().handler(run({ checkpoints }).context);
      expect(created).toEqual([]);
      expect(server.listCommits(repositoryName)).toHaveLength(1);
    });

    it('leaves the repository of somebody else alone, and names the field', async () => {
      await buildAction().handler(run().context);
      givenTo = [];
      for (const checkpoints of [
        new Map(),
        new Map([['name-was-free-proef', true]]),
      ]) {
        const other = run({ taskId: 'task-2', checkpoints, language: 'en' });
        await expect(buildAction().handler(other.context)).rejects.toThrow(
          /^Field “name”: there already is a repository http/,
        );
      }
      expect(server.listCommits(repositoryName)).toHaveLength(1);
      expect(givenTo).toEqual([]);
    });

    it('takes no later commit for proof that a repository is its own', async () => {
      await buildAction().handler(run().context);
      givenTo = [];
      const commit = server.git(
        ...[repositoryName, '-c', 'user.name=x', '-c', 'user.email=x'],
        ...['commit-tree', 'main^{tree}', '-p', 'main'],
        ...['-m', 'Verbetering', '-m', 'Portal-Task: task-2'],
      );
      server.git(repositoryName, 'update-ref', 'refs/heads/main', commit);
      const checkpoints = new Map([['name-was-free-proef', true]]);
      const other = run({ taskId: 'task-2', checkpoints });
      await expect(buildAction().handler(other.context)).rejects.toThrow(
        /^Veld “name”: er is al een/,
      );
      expect(givenTo).toEqual([]);
      // what the team does with it does not make it less its own
      const again = run({ checkpoints: new Map(checkpoints) });
      await buildAction().handler(again.context);
      expect(givenTo).toEqual(['burgerzaken']);
    });

    it('lets one of two tasks have a name that both found free, and spoils nothing', async () => {
      const tasks = ['task-1', 'task-2'].map(taskId => {
        const own = mkdtempSync(path.join(tmpdir(), 'forge-workspace-'));
        writeFileSync(path.join(own, 'README.md'), `# ${taskId}\n`);
        return { taskId, own };
      });
      const ends = await Promise.allSettled(
        tasks.map(({ taskId, own }) =>
          buildAction().handler(run({ taskId, workspace: own }).context),
        ),
      );
      tasks.forEach(({ own }) => rmSync(own, { recursive: true }));

      const winner = ends.findIndex(({ status }) => status === 'fulfilled');
      const { taskId } = tasks[winner];
      expect(ends[1 - winner]).toMatchObject({
        status: 'rejected',
        reason: {
          message: expect.stringMatching(/^Veld “name”: er is al een/),
        },
      });
      expect(created).toHaveLength(1);
      expect(server.listCommits(repositoryName)).toEqual([
        expect.stringContaining(`Portal-Task: ${taskId}`),
      ]);
      expect(server.git(repositoryName, 'show', 'main:README.md')).toBe(
        `# ${taskId}`,
      );
    });

    it('tries again when the forge hiccups, before and during the work', async () => {
      let hiccups = 2;
      interrupt = ({ method }) => {
        if (hiccups === 0 || (hiccups === 1 && method !== 'POST')) {
          return undefined;
        }
        hiccups -= 1;
        return { status: 502, body: { message: SECRET } };
      };
      const { context, log } = run();
      await buildAction().handler(context);
      expect(hiccups).toBe(0);
      expect(created).toHaveLength(1);
      expect(server.listCommits(repositoryName)).toHaveLength(1);
      expect(log.filter(line => /geen antwoord/.test(line))).toHaveLength(2);
    });

    it('says what to do when the portal is not let in, without a secret', async () => {
      interrupt = () => ({ status: 403, body: { message: SECRET } });
      const { context, log } = run();
      const error = await buildAction()
        .handler(context)
        .catch(caught => caught);
      expect(error.message).toMatch(/weigert het account van het portaal/);
      expect(`${error.stack}${log.join()}`).not.toContain(SECRET);
    });

    it('only looks in a dry run', async () => {
      const { context, outputs, log } = run({ isDryRun: true });
      await buildAction().handler(context);
      expect(created).toEqual([]);
      expect(server.hasRepository(repositoryName)).toBe(false);
      expect(outputs.repositoryUrl).toMatch(/projecten\/proef$/);
      expect(log.join()).toMatch(/Proefrun/);
    });

    it.each(['', 'Proef', '-proef', '../etc', 'proef/x', 'a'.repeat(64)])(
      'refuses the name %j',
      async name => {
        const { context } = buildRun(
          { ...INPUT, name },
          { changes: { workspacePath } },
        );
        await expect(buildAction().handler(context)).rejects.toThrow(
          /^Veld “name”/,
        );
        expect(created).toEqual([]);
      },
    );

    it('says without a forge that none has been configured', async () => {
      const action = createPublishRepositoryAction(undefined, async () => true);
      await expect(action.handler(run().context)).rejects.toThrow(
        /geen forge ingesteld/,
      );
    });
  });

  it('says how far a local forge is that does not answer', async () => {
    await start(() => undefined);
    const statusFile = path.join(workspacePath, 'status.json');
    const message = { nl: 'Gitea wordt gebouwd.', en: 'Gitea is being built.' };
    writeFileSync(statusFile, JSON.stringify({ state: 'starting', message }));
    const action = buildAction('gitea', statusFile);
    await server.stop();
    const { context } = run({ language: 'en' });
    await expect(action.handler(context)).rejects.toThrow(
      /^Gitea is being built\. The forge .* cannot be reached/,
    );
  }, 60_000);

  it('publishes with GitLab, through the action of its module', async () => {
    await start(({ method, path: address, body }) => {
      const known = server.hasRepository(repositoryName);
      if (address.startsWith('/api/v4/namespaces/')) {
        return { status: 200, body: { id: 7, kind: 'group' } };
      }
      if (address === '/api/v4/user') return { status: 200, body: { id: 1 } };
      if (address.startsWith('/api/v4/groups/')) {
        return { status: 200, body: [] };
      }
      if (method === 'POST' && address === '/api/v4/projects') {
        created.push(body);
        server.addRepository(repositoryName);
        const http_url_to_repo = `http://${server.host}/${repositoryName}.git`;
        return { status: 201, body: { id: 3, http_url_to_repo } };
      }
      if (!known) return undefined;
      const commits = server.listCommits(repositoryName);
      return address.includes('/repository/commits')
        ? {
            status: 200,
            body: toCommits(commits).map(({ commit, parents }) => ({
              ...commit,
              parent_ids: parents.map(({ sha }) => sha),
            })),
          }
        : { status: 200, body: { empty_repo: commits.length === 0 } };
    });
    const { context, outputs } = run();
    await buildAction('gitlab').handler(context);
    expect(created).toEqual([
      expect.objectContaining({
        path: 'proef',
        visibility: 'private',
        description: INPUT.description,
      }),
    ]);
    expect(server.listCommits(repositoryName)).toEqual([
      'Eerste versie\n\nPortal-Task: task-1',
    ]);
    expect(outputs.entityUrl).toBe(
      `http://${server.host}/projecten/proef/-/blob/main/catalog-info.yaml`,
    );
    const other = run({ taskId: 'task-2' });
    await expect(buildAction('gitlab').handler(other.context)).rejects.toThrow(
      /^Veld “name”/,
    );
  });

  it('publishes with GitHub, through the action of its module', async () => {
    await start(({ method, path: address, body }) => {
      if (
        address.startsWith('/api/v3/users/') ||
        address.startsWith('/api/v3/orgs/projecten?')
      ) {
        return { status: 200, body: { type: 'Organization' } };
      }
      if (method === 'POST' && address === '/api/v3/orgs/projecten/repos') {
        created.push(body);
        server.addRepository(repositoryName);
        const url = `http://${server.host}/${repositoryName}`;
        return {
          status: 201,
          body: { clone_url: `${url}.git`, html_url: url, name: 'proef' },
        };
      }
      if (!server.hasRepository(repositoryName)) return undefined;
      const commits = server.listCommits(repositoryName);
      if (address.endsWith('/branches')) {
        return { status: 200, body: commits.length ? [{ name: 'main' }] : [] };
      }
      const found = toCommits(commits);
      return { status: 200, body: address.includes('/commits') ? found : {} };
    });
    const { context, outputs } = run();
    await buildAction('github').handler(context);
    expect(created).toEqual([
      expect.objectContaining({
        name: 'proef',
        description: INPUT.description,
        private: true,
      }),
    ]);
    expect(server.listCommits(repositoryName)).toEqual([
      'Eerste versie\n\nPortal-Task: task-1',
    ]);
    expect(outputs.entityUrl).toMatch(
      /projecten\/proef\/blob\/main\/catalog-info\.yaml$/,
    );
  });
});
