import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { catalogPermissions } from '@backstage/plugin-catalog-common/alpha';
import type { Permission } from '@backstage/plugin-permission-common';
import { scaffolderPermissions } from '@backstage/plugin-scaffolder-common/alpha';
import { accessPermissions } from '@nerds/plugin-access-common';
import { auditLogPermissions } from '@nerds/plugin-audit-log-common';
import { catalogSourcesPermissions } from '@nerds/plugin-catalog-sources-common';
import { freeTierPermissions } from '@nerds/plugin-free-tier-common';
import { machineAccessPermissions } from '@nerds/plugin-machine-access-common';
import { searchPermissions } from '@nerds/plugin-search-common';
import { RIGHTS } from '../policy/rights';
import { buildMatrixRows } from './accessMatrix';
import { renderAccessTable, TABLE_END, TABLE_START } from './renderAccessTable';

const FILE = path.resolve(__dirname, '../../../../docs/reference/access.md');

const PERMISSIONS: Permission[] = [
  ...freeTierPermissions,
  ...catalogPermissions,
  ...scaffolderPermissions,
  ...accessPermissions,
  ...machineAccessPermissions,
  ...auditLogPermissions,
  ...searchPermissions,
  ...catalogSourcesPermissions,
];

/** In the order of the table of rights. */
function listPermissions(): Permission[] {
  return Object.keys(RIGHTS).map(name => {
    const permission = PERMISSIONS.find(known => known.name === name);
    if (!permission) throw new Error(`No permission is named ${name}`);
    return permission;
  });
}

describe('docs/reference/access.md', () => {
  it('shows the table as the policy is', () => {
    const text = readFileSync(FILE, 'utf8');
    const [before, rest] = text.split(TABLE_START);
    const [, after] = rest.split(TABLE_END);
    const table = renderAccessTable(buildMatrixRows(listPermissions()));
    const expected = `${before}${TABLE_START}\n\n${table}\n\n${TABLE_END}${after}`;
    if (process.env.UPDATE_REFERENCE) writeFileSync(FILE, expected);
    expect(readFileSync(FILE, 'utf8')).toBe(expected);
  });
});
