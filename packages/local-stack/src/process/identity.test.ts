import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { isRunning, parseProcStat, readProcessIdentity } from './identity.ts';

describe('process identity', () => {
  it('reads the start time also when the program has brackets and spaces in its name', () => {
    const fields = Array.from({ length: 50 }, (_, index) => String(index + 3));
    const stat = `4711 (a) b (c) S ${fields.slice(1).join(' ')}`;
    assert.deepEqual(parseProcStat(stat), { state: 'S', startTicks: '22' });
  });

  it('recognises a running process, and neither its end nor another one', async () => {
    const child = spawn('sleep', ['60']);
    const identity = readProcessIdentity(child.pid ?? 0);
    assert.ok(identity);
    assert.equal(isRunning(identity), true);
    assert.equal(isRunning({ ...identity, startedAt: 'earlier' }), false);
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
    assert.equal(isRunning(identity), false);
    assert.equal(isRunning(undefined), false);
  });
});
