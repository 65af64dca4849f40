import type { Role } from '@nerds/plugin-access-common';
import { RIGHTS, type Reach } from './rights';

/**
 * How far somebody with these roles reaches; nothing is out of reach.
 *
 * @internal
 */
export function evaluateReaches(
  permissionName: string,
  roles: ReadonlySet<Role>,
): Set<Reach> {
  if (!Object.hasOwn(RIGHTS, permissionName)) return new Set();
  const rights = RIGHTS[permissionName];
  // An auditor is nothing else: see the table.
  const counted: Role[] = roles.has('auditor') ? ['auditor'] : [...roles];
  return new Set(counted.flatMap(role => rights[role] ?? []));
}
