import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { describeWithoutGo } from './checks.ts';

describe('doctor, on a machine without Go', () => {
  it('misses nothing when everything was built before', () => {
    const check = describeWithoutGo('not found', {
      hasKubernetes: true,
      hasForge: true,
    });
    assert.equal(check.state, 'ok');
    assert.match(check.found, /Kubernetes and the forge are built/);
  });

  it('says that there is no forge, and nothing of the clusters that there are', () => {
    const { state, advice } = describeWithoutGo('not found', {
      hasKubernetes: true,
      hasForge: false,
    });
    assert.equal(state, 'limited');
    assert.match(advice!, /built-in forge \(Gitea\); .*starts no projects/);
    assert.doesNotMatch(advice!, /cluster/);
  });

  it('says that there are no clusters, and how to have them otherwise', () => {
    const { advice } = describeWithoutGo('not found', {
      hasKubernetes: false,
      hasForge: true,
    });
    assert.match(advice!, /NERDS_HOST_KUBECONFIG/);
    assert.match(advice!, /but makes no clusters$/);
    assert.doesNotMatch(advice!, /forge/);
  });

  it('names both when neither was built', () => {
    const { advice } = describeWithoutGo('not found', {
      hasKubernetes: false,
      hasForge: false,
    });
    assert.match(advice!, /Kubernetes and forge/);
    assert.match(advice!, /makes no clusters and starts no projects/);
  });
});
