import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAtLeast } from '../go/goToolchain.ts';
import {
  buildCacheKey,
  buildLinkerFlags,
  parseVersions,
  readVersions,
} from './versions.ts';

describe('versions of the control plane', () => {
  it('come from go.mod', () => {
    const versions = parseVersions(
      'module x\n\ngo 1.26.0\n\nrequire (\n\tgo.etcd.io/etcd/server/v3 v3.6.8 // indirect\n\tk8s.io/kubernetes v1.36.3\n\tsigs.k8s.io/kwok v0.8.0\n)\n',
    );
    assert.deepEqual(versions, {
      kubernetes: '1.36.3',
      etcd: '3.6.8',
      kwok: '0.8.0',
      go: '1.26.0',
    });
    assert.match(
      buildLinkerFlags(versions),
      /gitVersion=v1\.36\.3 .*gitMajor=1 .*gitMinor=36/,
    );
    assert.throws(() => parseVersions('module x'), /go\.mod has no/);
  });

  it('are those of the repository, and name the cache for this machine', () => {
    const [major, minor] = readVersions().kubernetes.split('.').map(Number);
    assert.ok(major === 1 && minor >= 34);
    assert.match(
      buildCacheKey(),
      new RegExp(`^[0-9a-f]{16}-${process.platform}-`),
    );
  });

  it('are compared as numbers', () => {
    assert.ok(isAtLeast('1.26.8', '1.26.0'));
    assert.ok(isAtLeast('1.100', '1.26.0'));
    assert.ok(!isAtLeast('1.25.9', '1.26.0'));
    assert.ok(isAtLeast('1.26.0-rc1', '1.26'));
  });
});
