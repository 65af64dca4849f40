import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRunning } from './identity.ts';
import { ManagedProcess, type ProcessSpec } from './ManagedProcess.ts';
import { computeBackoffMs, SupervisedProcess } from './SupervisedProcess.ts';

const logDirectory = mkdtempSync(join(tmpdir(), 'nerds-process-'));
after(() => rmSync(logDirectory, { recursive: true }));

function buildSpec(
  script: string,
  change: Partial<ProcessSpec> = {},
): ProcessSpec {
  return {
    name: 'test',
    command: '/bin/sh',
    args: ['-c', script],
    isReady: async () => true,
    readyTimeoutMs: 5_000,
    ...change,
  };
}

/** What a test waits for it gets, or it fails. */
const WAITING = { timeout: 30_000 };

describe('ManagedProcess', () => {
  it('shows the end of the log when a program ends before it is ready', async () => {
    const spec = buildSpec('echo the disk is full >&2; exit 3', {
      name: 'broken',
      isReady: async () => false,
    });
    await assert.rejects(
      ManagedProcess.start(spec, { logDirectory }),
      /broken ended with exit code 3\.[^]*the disk is full/,
    );
  });

  it('ends a program that is not ready in time', async () => {
    let pid = 0;
    await assert.rejects(
      ManagedProcess.start(
        buildSpec('sleep 60', {
          isReady: async () => false,
          readyTimeoutMs: 200,
        }),
        { logDirectory, onSpawn: identity => (pid = identity.pid) },
      ),
      /was not ready within 0 s/,
    );
    assert.throws(() => process.kill(pid, 0), /ESRCH/);
  });

  it('says so when there is no such program', async () => {
    const spec = { ...buildSpec(''), command: '/no/such/program' };
    await assert.rejects(
      ManagedProcess.start(spec, { logDirectory }),
      /could not be started: is \/no\/such\/program there/,
    );
  });

  it(
    'kills a program that does not listen, and what it started',
    WAITING,
    async () => {
      const spec = buildSpec('trap "" TERM; sleep 60 & echo $!; wait; wait', {
        name: 'stubborn',
        stop: { signal: 'SIGTERM', timeoutMs: 300 },
      });
      const program = await ManagedProcess.start(spec, { logDirectory });
      const readChild = () =>
        Number(readFileSync(join(logDirectory, 'stubborn.log'), 'utf8'));
      await waitFor(() => readChild() > 0);
      await program.stop();
      assert.equal(isRunning(program.identity), false);
      await waitFor(() => [undefined, 'Z'].includes(readState(readChild())));
    },
  );
});

async function waitFor(isSo: () => boolean): Promise<void> {
  while (!isSo()) {
    await sleep(20);
  }
}

function readState(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1][0];
  } catch {
    return undefined;
  }
}

describe('SupervisedProcess', () => {
  it('starts again what ends, waiting longer each time, until it is stopped', async () => {
    const started: number[] = [];
    const reasons: string[] = [];
    const program = new SupervisedProcess(
      buildSpec('sleep 0.1; exit 1', { name: 'short-lived' }),
      {
        logDirectory,
        events: {
          onSpawn: identity => started.push(identity.pid),
          onRunning: () => {},
          onRestart: reason => reasons.push(reason),
        },
      },
    );
    await program.start();
    while (started.length < 3) {
      await sleep(20);
    }
    await program.stop();
    const count = started.length;
    await sleep(1_500);
    assert.equal(started.length, count);
    assert.match(reasons[0], /short-lived ended with exit code 1/);
    assert.deepEqual(
      [1, 2, 3, 20].map(computeBackoffMs),
      [500, 1_000, 2_000, 30_000],
    );
  });
});
