import { mockServices } from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
import { randomUUID } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildRun } from '../__testUtils__/buildRun';
import { createForge } from '../clients/createForge';
import { readForgeConfig } from '../config';
import { createPublishRepositoryAction } from './publishRepositoryAction';

interface TestStack {
  forge: {
    baseUrl: string;
    organization: string;
    username: string;
    password: string;
  };
}

const file = process.env.NERDS_TEST_STACK;
if (!file) throw new Error('This test needs NERDS_TEST_STACK');
const { forge } = JSON.parse(readFileSync(file, 'utf8')) as TestStack;
const { host } = new URL(forge.baseUrl);
const login = Buffer.from(`${forge.username}:${forge.password}`);
const headers = { Authorization: `Basic ${login.toString('base64')}` };

function buildAction() {
  const root = mockServices.rootConfig({
    data: {
      integrations: {
        gitea: [
          {
            host,
            baseUrl: forge.baseUrl,
            username: forge.username,
            password: forge.password,
          },
        ],
      },
      forge: {
        type: 'gitea',
        host,
        organization: forge.organization,
        visibility: 'public',
      },
    },
  });
  const config = readForgeConfig(root)!;
  const action = createPublishRepositoryAction(
    {
      config,
      forge: createForge(config, root),
      secrets: [forge.password],
    },
    async () => true,
  );
  return { action, integrations: ScmIntegrations.fromConfig(root) };
}

describe('forge:publish-repository with a real Gitea', () => {
  const workspacePath = mkdtempSync(path.join(tmpdir(), 'forge-real-'));
  afterAll(() => rmSync(workspacePath, { recursive: true, force: true }));

  it('publishes once, however often it runs, and reads as the catalog does', async () => {
    const name = `proef-${randomUUID().slice(0, 8)}`;
    const description = 'Titel met "aanhalingstekens": ${{ x }} <script>';
    writeFileSync(path.join(workspacePath, 'catalog-info.yaml'), 'kind: X\n');
    const { action, integrations } = buildAction();
    const checkpoints = new Map<string, unknown>();
    const run = (taskId: string, known = checkpoints) =>
      buildRun(
        { name, description, owner: 'group:default/burgerzaken' },
        {
          checkpoints: known,
          changes: { workspacePath, task: { id: taskId } },
        },
      );
    const first = run('task-1');
    await action.handler(first.context);
    // as after a crash between the push and its checkpoint
    checkpoints.delete(`published-${name}`);
    await action.handler(run('task-1').context);
    await expect(
      action.handler(run('task-2', new Map()).context),
    ).rejects.toThrow(/^Veld “name”/);

    const api = `${forge.baseUrl}/api/v1/repos/${forge.organization}/${name}`;
    const repository = await (await fetch(api)).json();
    expect(repository).toMatchObject({
      description,
      private: false,
      default_branch: 'main',
    });
    const commits = await (await fetch(`${api}/commits`)).json();
    expect(commits).toHaveLength(1);

    const teams = await fetch(`${api}/teams`, { headers });
    expect(await teams.json()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'burgerzaken',
          units_map: expect.objectContaining({ 'repo.code': 'write' }),
        }),
      ]),
    );

    const { entityUrl } = first.outputs as { entityUrl: string };
    const page = await fetch(entityUrl);
    expect(page.status).toBe(200);
    expect(integrations.byUrl(entityUrl)?.type).toBe('gitea');
    expect(
      integrations.resolveUrl({ url: 'docs/index.md', base: entityUrl }),
    ).toBe(
      `${forge.baseUrl}/${forge.organization}/${name}/src/branch/main/docs/index.md`,
    );
    expect(first.log.join()).not.toContain(forge.password);
  });

  it('lets one of three tasks have a name that all found free', async () => {
    const name = `samen-${randomUUID().slice(0, 8)}`;
    const { action } = buildAction();
    const tasks = ['task-1', 'task-2', 'task-3'].map(taskId => {
      const own = path.join(workspacePath, name, taskId);
      mkdirSync(own, { recursive: true });
      writeFileSync(path.join(own, 'README.md'), `# ${taskId}\n`);
      const changes = { workspacePath: own, task: { id: taskId } };
      return { taskId, ...buildRun({ name }, { changes }) };
    });
    const ends = await Promise.allSettled(
      tasks.map(({ context }) => action.handler(context)),
    );
    const failures = ends.filter(end => end.status === 'rejected');
    expect(failures.map(({ reason }) => reason.message)).toEqual([
      expect.stringMatching(/^Veld “name”: er is al een/),
      expect.stringMatching(/^Veld “name”: er is al een/),
    ]);
    const winner =
      tasks[ends.findIndex(({ status }) => status === 'fulfilled')];
    const page = `${forge.baseUrl}/${forge.organization}/${name}`;
    const readme = await fetch(`${page}/raw/branch/main/README.md`);
    expect(await readme.text()).toBe(`# ${winner.taskId}\n`);
  });
});
