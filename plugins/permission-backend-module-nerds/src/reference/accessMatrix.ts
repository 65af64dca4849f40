import {
  isResourcePermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import type { Role } from '@nerds/plugin-access-common';
import { isForMachines } from '../machines/isInScope';
import { evaluateReaches } from '../policy/evaluateReaches';
import { RESOURCES, type ResourceKind } from '../policy/resources';
import type { Reach } from '../policy/rights';

/** Who asks, in the table: a person with one role, or a machine. @internal */
export type MatrixColumn = Role | 'machine';

/** Title of each column. @internal */
export const MATRIX_COLUMNS: Record<MatrixColumn, string> = {
  developer: 'developer',
  'team-lead': 'team lead',
  'data-owner': 'data owner',
  'platform-engineer': 'platform engineer',
  auditor: 'auditor',
  administrator: 'administrator',
  machine: 'machine',
};

/** Whose a thing is, as seen by who asks. @internal */
export const RELATIONS = ['own', 'other', 'nobody'] as const;

/** @internal */
export type Relation = (typeof RELATIONS)[number];

/** A permission, or one for the things that are set apart. @internal */
export interface MatrixRow {
  permission: string;
  /** Absent: not about a thing. */
  kind?: ResourceKind;
  isSetApart: boolean;
}

/**
 * The rows of the table of who may do what.
 *
 * @internal
 */
export function buildMatrixRows(permissions: Permission[]): MatrixRow[] {
  return permissions.flatMap((permission): MatrixRow[] => {
    const { name } = permission;
    const kind = isResourcePermission(permission)
      ? RESOURCES[permission.resourceType]
      : undefined;
    const row = { permission: name, kind, isSetApart: false };
    return kind?.setApart && reachesOf(name, 'developer').has('open')
      ? [row, { ...row, isSetApart: true }]
      : [row];
  });
}

/**
 * What the policy says about a cell of the table, whatever the requests are
 * that come with it.
 *
 * @param relation - without meaning for what is not about a thing or about
 *   things that nobody owns
 * @internal
 */
export function isAllowedInMatrix(
  row: MatrixRow,
  column: MatrixColumn,
  relation: Relation,
): boolean {
  return [...reachesOf(row.permission, column)].some(reach =>
    covers(reach, row, relation),
  );
}

function reachesOf(permission: string, column: MatrixColumn): Set<Reach> {
  if (column !== 'machine') {
    return evaluateReaches(permission, new Set(['developer', column]));
  }
  return isForMachines(permission)
    ? evaluateReaches(permission, new Set(['developer']))
    : new Set();
}

function covers(reach: Reach, row: MatrixRow, relation: Relation): boolean {
  const isOwn = relation === 'own' && row.kind?.hasOwner === true;
  switch (reach) {
    case 'all':
      return true;
    case 'open':
      return !row.isSetApart || isOwn;
    case 'own':
    case 'led':
      return isOwn;
    default:
      return reach satisfies never;
  }
}
