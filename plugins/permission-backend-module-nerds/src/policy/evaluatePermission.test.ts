import { catalogPermissions } from '@backstage/plugin-catalog-common/alpha';
import {
  AuthorizeResult,
  createPermission,
  type Permission,
} from '@backstage/plugin-permission-common';
import { scaffolderPermissions } from '@backstage/plugin-scaffolder-common/alpha';
import {
  accessPermissions,
  ROLES,
  type Role,
} from '@nerds/plugin-access-common';
import { auditLogPermissions } from '@nerds/plugin-audit-log-common';
import { catalogSourcesPermissions } from '@nerds/plugin-catalog-sources-common';
import { freeTierPermissions } from '@nerds/plugin-free-tier-common';
import { machineAccessPermissions } from '@nerds/plugin-machine-access-common';
import { searchPermissions } from '@nerds/plugin-search-common';
import { evaluatePermission } from './evaluatePermission';
import { RIGHTS } from './rights';
import type { Subject } from './Subject';

const PERMISSIONS: Permission[] = [
  ...freeTierPermissions,
  ...catalogPermissions,
  ...catalogSourcesPermissions,
  ...scaffolderPermissions,
  ...accessPermissions,
  ...machineAccessPermissions,
  ...auditLogPermissions,
  ...searchPermissions,
];

const OWN = 'group:default/burgerzaken';

function subjectWith(...roles: Role[]): Subject {
  return {
    roles: new Set<Role>(['developer', ...roles]),
    userEntityRef: 'user:default/someone',
    teams: [OWN],
    ledTeams: roles.includes('team-lead') ? [OWN] : [],
  };
}

function permissionNamed(name: string): Permission {
  const permission = PERMISSIONS.find(known => known.name === name);
  if (!permission) throw new Error(`No permission is named ${name}`);
  return permission;
}

const decide = (name: string, ...roles: Role[]) =>
  evaluatePermission(permissionNamed(name), subjectWith(...roles));

describe('evaluatePermission', () => {
  const A = AuthorizeResult.ALLOW;
  const D = AuthorizeResult.DENY;
  const C = AuthorizeResult.CONDITIONAL;

  // Written out once more, by hand: a slip in the table must not pass for a decision.
  it.each([
    // permission, then in the order of ROLES: developer, team lead, data owner,
    // platform engineer, auditor, administrator
    ['free-tier.offer.read', A, A, A, A, A, A],
    ['free-tier.action.read', A, A, A, A, A, A],
    ['free-tier.action.delete', A, A, A, A, D, A],
    ['free-tier.cluster.create', A, A, A, A, D, A],
    ['free-tier.cluster.read', C, C, C, A, A, A],
    ['free-tier.cluster.connect', C, C, C, C, D, C],
    ['free-tier.cluster.update', C, C, C, A, D, C],
    ['free-tier.cluster.delete', C, C, C, A, D, C],
    ['catalog.entity.read', C, C, C, A, A, A],
    ['catalog.entity.validate', A, A, A, A, A, A],
    ['catalog.entity.create', A, A, A, A, D, A],
    ['catalog.entity.refresh', C, C, C, A, D, C],
    ['catalog.entity.delete', C, C, C, A, D, C],
    ['catalog.location.read', A, A, A, A, A, A],
    ['catalog.location.analyze', A, A, A, A, D, A],
    ['catalog.location.create', A, A, A, A, D, A],
    ['catalog.location.delete', D, D, D, A, D, D],
    ['catalog.ingestion.read', D, D, D, A, A, D],
    ['catalog.ingestion.manage', D, D, D, A, D, D],
    ['catalog-sources.source.read', A, A, A, A, A, A],
    ['catalog-sources.run.read', D, D, D, A, A, D],
    ['catalog-sources.run.create', D, D, D, A, D, D],
    ['search.zero-result.read', D, D, D, A, A, D],
    ['scaffolder.template.parameter.read', C, C, C, A, A, C],
    ['scaffolder.template.step.read', C, C, C, A, A, C],
    ['scaffolder.template.dry-run', D, D, D, A, D, D],
    ['scaffolder.template.management', D, D, D, A, D, D],
    ['scaffolder.action.execute', C, C, C, A, D, C],
    ['scaffolder.task.create', A, A, A, A, D, A],
    ['scaffolder.task.read', C, C, C, A, A, C],
    ['scaffolder.task.cancel', C, C, C, A, D, C],
    ['access.role.read', A, A, A, A, A, A],
    ['access.role.grant', D, D, D, D, D, A],
    ['access.role.revoke', D, D, D, D, D, A],
    ['access.review.read', D, C, D, D, A, A],
    ['access.review.decide', D, C, D, D, D, A],
    ['machine-access.token.read', C, C, C, C, A, A],
    ['machine-access.token.create', A, A, A, A, D, A],
    ['machine-access.token.revoke', C, C, C, C, D, A],
    ['audit-log.event.read', C, C, C, A, A, A],
    ['audit-log.verify', D, D, D, D, A, A],
  ])('%s', (name, ...expected) => {
    expect(ROLES.map(role => decide(name, role).result)).toEqual(expected);
  });

  it('has a row for every permission, and no other rows', () => {
    expect(Object.keys(RIGHTS).sort()).toEqual(
      PERMISSIONS.map(({ name }) => name).sort(),
    );
  });

  it('denies a permission that has no row, also to everybody at once', () => {
    for (const name of ['x.y.z', 'toString', '__proto__']) {
      const unknown = createPermission({ name, attributes: {} });
      expect(
        evaluatePermission(
          unknown,
          subjectWith('platform-engineer', 'administrator'),
        ).result,
      ).toBe(D);
    }
  });

  it('lets an auditor see everything and change nothing, whatever else the auditor is', () => {
    const allowedBy = (isLook: boolean) =>
      PERMISSIONS.filter(({ attributes }) =>
        isLook
          ? attributes.action === 'read'
          : attributes.action !== undefined && attributes.action !== 'read',
      ).map(permission => [
        permission.name,
        evaluatePermission(permission, subjectWith(...ROLES)).result,
      ]);
    expect(allowedBy(true).filter(([, result]) => result !== A)).toEqual([]);
    expect(allowedBy(false).filter(([, result]) => result !== D)).toEqual([]);
  });

  it('gives somebody with two roles what either gives', () => {
    expect(decide('access.review.decide', 'team-lead')).toEqual({
      result: C,
      pluginId: 'access',
      resourceType: 'access-review',
      conditions: {
        resourceType: 'access-review',
        rule: 'IS_FOR_TEAM',
        params: { teams: [OWN] },
      },
    });
    expect(
      decide('access.review.decide', 'team-lead', 'administrator').result,
    ).toBe(A);
    expect(decide('free-tier.cluster.read', 'platform-engineer').result).toBe(
      A,
    );
  });

  it.each([
    [
      'free-tier.cluster.read',
      'free-tier',
      { rule: 'IS_OWNED_BY', params: { teams: [OWN] } },
    ],
    [
      'catalog.entity.delete',
      'catalog',
      {
        rule: 'IS_ENTITY_OWNER',
        params: { claims: ['user:default/someone', OWN] },
      },
    ],
    [
      'catalog.entity.read',
      'catalog',
      {
        rule: 'IS_READABLE_BY',
        params: { readers: ['everyone', 'user:default/someone', OWN] },
      },
    ],
    [
      'scaffolder.task.read',
      'scaffolder',
      {
        rule: 'IS_TASK_OWNER',
        params: { createdBy: ['user:default/someone'] },
      },
    ],
    [
      'scaffolder.template.step.read',
      'scaffolder',
      { not: { rule: 'HAS_TAG', params: { tag: 'platform' } } },
    ],
    [
      'machine-access.token.revoke',
      'machine-access',
      { rule: 'IS_OWNED_BY', params: { teams: [OWN] } },
    ],
    [
      'audit-log.event.read',
      'audit-log',
      {
        anyOf: [
          { rule: 'CONCERNS_TEAM', params: { teams: [OWN] } },
          { rule: 'HAS_ACTOR', params: { actors: ['user:default/someone'] } },
        ],
      },
    ],
  ])(
    'lets a developer do %s under a condition',
    (name, pluginId, conditions) => {
      expect(decide(name)).toMatchObject({ result: C, pluginId, conditions });
    },
  );
});
