import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { describeOpenApi } from '@nerds/http-api/testUtils';
import {
  CLUSTER_CONDITION_TYPES,
  PROBLEM_CODES,
} from '@nerds/plugin-free-tier-common';

describeOpenApi('@nerds/plugin-free-tier-backend', {
  constants: {
    '/components/schemas/ClusterCondition/properties/type/enum':
      CLUSTER_CONDITION_TYPES,
  },
});

describe('docs/reference/errors.md', () => {
  it('lists every problem code, and no other', async () => {
    const reference = resolvePackagePath(
      '@nerds/plugin-free-tier-backend',
      '../../docs/reference/errors.md',
    );
    const text = await readFile(reference, 'utf8');
    const listed = [...text.matchAll(/^\| `([a-z-]+)`/gm)].map(
      match => match[1],
    );
    expect(listed.sort()).toEqual(Object.keys(PROBLEM_CODES).sort());
  });
});
