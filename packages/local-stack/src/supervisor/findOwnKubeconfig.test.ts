import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findOwnKubeconfig } from './startHostCluster.ts';

const here = import.meta.filename;

describe('findOwnKubeconfig', () => {
  it('takes the cluster that was asked for by name', () => {
    assert.equal(findOwnKubeconfig({ NERDS_HOST_KUBECONFIG: here }), here);
  });

  it("leaves a person's daily cluster alone", () => {
    assert.equal(findOwnKubeconfig({ KUBECONFIG: here }), undefined);
    assert.equal(findOwnKubeconfig({ NERDS_HOST_KUBECONFIG: '' }), undefined);
  });

  it('says so when the file is not there', () => {
    assert.throws(
      () => findOwnKubeconfig({ NERDS_HOST_KUBECONFIG: `${here}.absent` }),
      /which is not there/,
    );
  });
});
