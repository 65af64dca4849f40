import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { findOwnKubeconfig } from './startHostCluster.ts';

const dir = mkdtempSync(join(tmpdir(), 'nerds-kubeconfig-'));
after(() => rmSync(dir, { recursive: true }));
const theirs = join(dir, 'theirs');
const ours = join(dir, 'ours');
writeFileSync(theirs, 'server: https://cluster.example:6443');
writeFileSync(ours, 'server: https://127.0.0.1:16443');

describe('findOwnKubeconfig', () => {
  it('takes the cluster that the environment names, the explicit name first', () => {
    assert.equal(findOwnKubeconfig({}, 16443), undefined);
    assert.equal(findOwnKubeconfig({ KUBECONFIG: theirs }, 16443), theirs);
    const both = { KUBECONFIG: ours, NERDS_HOST_KUBECONFIG: theirs };
    assert.equal(findOwnKubeconfig(both, 1), theirs);
  });

  it('is not fooled by a kubeconfig that the portal itself gave out', () => {
    assert.equal(findOwnKubeconfig({ KUBECONFIG: ours }, 16443), undefined);
  });

  it('skips files that are not there, but not one that was asked for by name', () => {
    const absent = join(dir, 'absent');
    const list = { KUBECONFIG: `${absent}:${theirs}` };
    assert.equal(findOwnKubeconfig(list, 16443), theirs);
    assert.throws(
      () => findOwnKubeconfig({ NERDS_HOST_KUBECONFIG: absent }, 16443),
      /which is not there/,
    );
  });
});
