import { catalogPermissions } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  createPermission,
} from '@backstage/plugin-permission-common';
import { scaffolderPermissions } from '@backstage/plugin-scaffolder-common/alpha';
import { freeTierPermissions } from '@nerds/plugin-free-tier-common';
import { evaluateRoles } from './roles';
import { evaluatePermission, rulePermissionNames, type Subject } from './rules';

const ROLE_GROUPS = {
  'platform-engineer': ['group:default/platform'],
  auditor: ['group:default/auditors'],
};

function subjectIn(...groups: string[]): Subject {
  const userEntityRef = 'user:default/someone';
  const ownershipEntityRefs = [
    userEntityRef,
    ...groups.map(group => `group:default/${group}`),
  ];
  return {
    roles: evaluateRoles(ownershipEntityRefs, ROLE_GROUPS),
    userEntityRef,
    ownershipEntityRefs,
  };
}

const PERMISSIONS = [
  ...freeTierPermissions,
  ...catalogPermissions,
  ...scaffolderPermissions,
];
const permissionNamed = (name: string) => {
  const permission = PERMISSIONS.find(known => known.name === name);
  if (!permission) throw new Error(`No permission is named ${name}`);
  return permission;
};

describe('evaluatePermission', () => {
  const A = AuthorizeResult.ALLOW;
  const D = AuthorizeResult.DENY;
  const C = AuthorizeResult.CONDITIONAL;

  it.each([
    // permission, developer, platform engineer, auditor
    ['free-tier.cluster.read', A, A, A],
    ['free-tier.cluster.read-all', D, A, A],
    ['free-tier.cluster.create', A, A, D],
    ['free-tier.cluster.connect', A, A, D],
    ['free-tier.cluster.update', A, A, D],
    ['free-tier.cluster.delete', A, A, D],
    ['free-tier.cluster.manage-all', D, A, D],
    ['catalog.entity.read', A, A, A],
    ['catalog.entity.validate', A, A, A],
    ['catalog.entity.create', A, A, D],
    ['catalog.entity.refresh', A, A, D],
    ['catalog.entity.delete', C, A, D],
    ['catalog.location.read', A, A, A],
    ['catalog.location.analyze', A, A, D],
    ['catalog.location.create', A, A, D],
    ['catalog.location.delete', D, A, D],
    ['scaffolder.template.parameter.read', A, A, A],
    ['scaffolder.template.step.read', A, A, A],
    ['scaffolder.template.dry-run', D, A, D],
    ['scaffolder.template.management', D, A, D],
    ['scaffolder.action.execute', A, A, D],
    ['scaffolder.task.create', A, A, D],
    ['scaffolder.task.read', C, A, A],
    ['scaffolder.task.cancel', C, A, C],
  ])('%s', (name, developer, platformEngineer, auditor) => {
    const permission = permissionNamed(name);
    const resultFor = (...groups: string[]) =>
      evaluatePermission(permission, subjectIn(...groups)).result;
    expect([
      resultFor('burgerzaken'),
      resultFor('platform'),
      resultFor('auditors'),
    ]).toEqual([developer, platformEngineer, auditor]);
  });

  it('names only permissions that exist', () => {
    expect(() => rulePermissionNames.map(permissionNamed)).not.toThrow();
  });

  it('denies a permission it does not name, also to a platform engineer', () => {
    const unknown = createPermission({ name: 'x.y.z', attributes: {} });
    expect(evaluatePermission(unknown, subjectIn('platform')).result).toBe(D);
    const inherited = createPermission({ name: 'toString', attributes: {} });
    expect(evaluatePermission(inherited, subjectIn('platform')).result).toBe(D);
  });

  it('makes no one a platform engineer when no group is configured', () => {
    expect(
      evaluateRoles(['group:default/platform'], {
        'platform-engineer': [],
        auditor: [],
      }),
    ).toEqual(new Set(['developer']));
  });
});
