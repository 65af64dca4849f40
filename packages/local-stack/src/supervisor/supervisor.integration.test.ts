import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { spawnSupervisor } from '../commands/supervisorProcess.ts';
import { findFreePort } from '../network/ports.ts';
import { buildStackPaths } from '../paths.ts';
import { isRunning } from '../process/identity.ts';
import { runCommand } from '../process/runCommand.ts';
import {
  listRunning,
  readStackState,
  type ComponentName,
} from '../state/stackState.ts';
import type { StackEvent } from './events.ts';

const home = mkdtempSync(join(tmpdir(), 'nerds-supervisor-'));
chmodSync(home, 0o755);
const paths = buildStackPaths(home);
let port: number;

before(async () => {
  port = await findFreePort();
});
after(() => {
  rmSync(home, { recursive: true, force: true });
});

/** The stack without the portal itself, which needs a built frontend. */
async function start(): Promise<ChildProcess> {
  const supervisor = spawnSupervisor(
    paths,
    { port, mode: 'dev' },
    { NERDS_HOME: home, NERDS_HOST_KUBECONFIG: undefined },
  );
  await new Promise<void>((resolve, reject) => {
    supervisor.on('message', (event: StackEvent) => {
      if (event.type === 'ready') {
        resolve();
      } else if (event.type === 'failed') {
        reject(new Error(event.message));
      }
    });
    supervisor.once('exit', code => reject(new Error(`exit ${code}`)));
  });
  return supervisor;
}

function find(component: ComponentName) {
  return readStackState(paths.state)?.components.find(
    one => one.component === component,
  );
}

async function waitFor(what: string, isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!isTrue()) {
    assert.ok(Date.now() < deadline, `waited too long until ${what}`);
    await sleep(50);
  }
}

function kubectl(...args: string[]) {
  return runCommand(join(paths.bin, 'kubectl'), [
    '--kubeconfig',
    paths.adminKubeconfig,
    ...args,
  ]);
}

async function assertNothingRuns(): Promise<void> {
  assert.deepEqual(listRunning(readStackState(paths.state)), []);
  // also nothing that the state file does not know
  const { output } = await runCommand('ps', ['-eo', 'args']);
  assert.doesNotMatch(output, new RegExp(`${home}/`));
}

describe('supervisor', () => {
  it('starts again what dies, keeps data over a kill -9 of its own, and leaves nothing', async () => {
    const first = await start();
    assert.equal(readStackState(paths.state)?.phase, 'ready');
    const { url } = find('kube-apiserver') ?? {};
    await kubectl('create', 'namespace', 'kept');

    const etcd = find('etcd')?.process;
    process.kill(etcd?.pid ?? 0, 'SIGKILL');
    await waitFor('etcd runs again', () => {
      const now = find('etcd');
      return now?.state === 'running' && now.process?.pid !== etcd?.pid;
    });
    await waitFor('the portal is told', () =>
      readFileSync(paths.portalStatus, 'utf8').includes('"available"'),
    );

    const killed = once(first, 'exit');
    process.kill(first.pid ?? 0, 'SIGKILL');
    await killed;
    const orphans = listRunning(readStackState(paths.state));
    assert.ok(orphans.length >= 6, JSON.stringify(orphans));

    const second = await start();
    for (const orphan of orphans) {
      assert.equal(isRunning(orphan.process), false, orphan.component);
    }
    assert.equal(find('kube-apiserver')?.url, url);
    const namespace = await kubectl('get', 'namespace', 'kept');
    assert.equal(namespace.exitCode, 0, namespace.output);

    second.kill('SIGTERM');
    assert.deepEqual(await once(second, 'exit'), [0, null]);
    assert.equal(readStackState(paths.state)?.phase, 'stopped');
    assert.equal(existsSync(paths.lock), false);
    await assertNothingRuns();
  });

  it('stops everything when the command that started it is gone', async () => {
    const supervisor = await start();
    supervisor.disconnect();
    await once(supervisor, 'exit');
    await assertNothingRuns();
  });

  it('goes on when the command said so', async () => {
    const supervisor = await start();
    await new Promise(resolve => {
      supervisor.send({ type: 'detach' }, resolve);
    });
    supervisor.disconnect();
    await sleep(500);
    assert.ok(isRunning(readStackState(paths.state)?.supervisor));
    await assert.rejects(start(), /at work/);
    supervisor.kill('SIGTERM');
    await once(supervisor, 'exit');
    await assertNothingRuns();
  });

  it('says which port is taken and by whom, and starts nothing', async () => {
    const squatter = createServer();
    await new Promise<void>(resolve => {
      squatter.listen(port, '127.0.0.1', () => resolve());
    });
    try {
      await assert.rejects(
        start(),
        new RegExp(`Port ${port} is taken by .*process ${process.pid}`),
      );
    } finally {
      squatter.close();
    }
    await assertNothingRuns();
  });
});
