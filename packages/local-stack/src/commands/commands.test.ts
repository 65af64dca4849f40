import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatElapsed } from '../console/Progress.ts';
import { formatTable } from '../console/output.ts';
import { isRightNode } from '../doctor/requireForStart.ts';
import { parsePopupPage } from '../portal/issuePortalToken.ts';
import { readProcessIdentity } from '../process/identity.ts';
import { estimateBuildMinutes } from '../state/portalStatus.ts';
import type { StackState } from '../state/stackState.ts';
import { parsePort } from './start.ts';
import { toStatusLines } from './status.ts';

const self = readProcessIdentity(process.pid);
const gone = { pid: process.pid, startedAt: 'long ago' };

function buildState(supervisor = self): StackState {
  assert.ok(supervisor);
  return {
    supervisor,
    mode: 'portal',
    phase: 'ready',
    portalUrl: 'http://localhost:7007',
    components: [
      {
        component: 'portal',
        state: 'running',
        url: 'http://localhost:7007',
        version: 'Backstage 1.55.0',
        process: self,
      },
      { component: 'etcd', state: 'running', process: gone },
    ],
  };
}

describe('commands', () => {
  it('status shows what the supervisor wrote down', () => {
    assert.deepEqual(toStatusLines(buildState())[0], {
      component: 'portal',
      state: 'running',
      url: 'http://localhost:7007',
      version: 'Backstage 1.55.0',
    });
  });

  it('status judges by the processes when the supervisor was killed', () => {
    const [portal, etcd] = toStatusLines(buildState(gone));
    assert.equal(portal.state, 'running');
    assert.match(portal.message ?? '', /takes over/);
    assert.equal(etcd.state, 'stopped');
    assert.equal(toStatusLines(undefined)[0].state, 'stopped');
  });

  it('start takes a port only when it is one', () => {
    assert.equal(parsePort(undefined), 7007);
    assert.equal(parsePort('7100'), 7100);
    for (const wrong of ['0', '65536', 'http', '70.5', '']) {
      assert.throws(() => parsePort(wrong), /is not a port/);
    }
  });

  it('only Node 24 will do', () => {
    assert.ok(isRightNode('v24.21.0'));
    assert.ok(!isRightNode('v20.20.2'));
    assert.ok(!isRightNode('v240.0.0'));
  });

  it('times and tables are easy to read', () => {
    assert.deepEqual([800, 42_000, 185_000].map(formatElapsed), [
      '0.8 s',
      '42 s',
      '3 min 05 s',
    ]);
    assert.equal(
      formatTable([
        ['a', 'b'],
        ['long', 'c'],
      ]),
      'a     b\nlong  c',
    );
    assert.deepEqual([2, 8, 32].map(estimateBuildMinutes), [7, 2, 2]);
  });

  it('token reads the message of the sign-in popup', () => {
    const message = { response: { backstageIdentity: { token: "it's" } } };
    const encoded = encodeURIComponent(JSON.stringify(message)).replace(
      /'/g,
      '%27',
    );
    const page = `<script>var authResponse = decodeURIComponent('${encoded}');</script>`;
    assert.deepEqual(parsePopupPage(page), message);
    assert.throws(() => parsePopupPage('<h1>502</h1>'), /not a sign-in page/);
  });
});
