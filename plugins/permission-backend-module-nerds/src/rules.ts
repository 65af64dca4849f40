import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  AuthorizeResult,
  isResourcePermission,
  type Permission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import type { Role } from './roles';

/** Who asks: the roles, and everything the person owns things as. @public */
export interface Subject {
  roles: Set<Role>;
  userEntityRef: string;
  ownershipEntityRefs: string[];
}

/** Decides one permission; `false` means that nothing here allows it. */
type Rule = (
  subject: Subject,
  permission: Permission,
) => PolicyDecision | false;

const ALLOW: PolicyDecision = { result: AuthorizeResult.ALLOW };
const DENY: PolicyDecision = { result: AuthorizeResult.DENY };

const everyone: Rule = () => ALLOW;

const only =
  (...roles: Role[]): Rule =>
  subject =>
    roles.some(role => subject.roles.has(role)) && ALLOW;

/** The auditor reads everything and changes nothing. */
const everyoneButAuditor: Rule = subject =>
  !subject.roles.has('auditor') && ALLOW;

const ownerOfEntity: Rule = (subject, permission) =>
  isResourcePermission(permission, 'catalog-entity') &&
  !subject.roles.has('auditor') &&
  createCatalogConditionalDecision(
    permission,
    catalogConditions.isEntityOwner({ claims: subject.ownershipEntityRefs }),
  );

const ownTask: Rule = (subject, permission) =>
  isResourcePermission(permission, 'scaffolder-task') &&
  createScaffolderTaskConditionalDecision(
    permission,
    scaffolderTaskConditions.isTaskOwner({
      createdBy: [subject.userEntityRef],
    }),
  );

/** The first rule that decides, decides. */
const firstOf =
  (...rules: Rule[]): Rule =>
  (subject, permission) => {
    for (const rule of rules) {
      const decision = rule(subject, permission);
      if (decision) {
        return decision;
      }
    }
    return false;
  };

/**
 * Every permission and who has it. What is not in this table is denied.
 *
 * @remarks
 * `free-tier.cluster.*` without `-all` is about the clusters of the own teams:
 * the free-tier backend checks the ownership itself.
 */
const RULES: Record<string, Rule> = {
  // clusters
  'free-tier.cluster.read': everyone,
  'free-tier.cluster.read-all': only('platform-engineer', 'auditor'),
  'free-tier.cluster.create': everyoneButAuditor,
  'free-tier.cluster.connect': everyoneButAuditor,
  'free-tier.cluster.update': everyoneButAuditor,
  'free-tier.cluster.delete': everyoneButAuditor,
  'free-tier.cluster.manage-all': only('platform-engineer'),

  // software catalogue
  'catalog.entity.read': everyone,
  'catalog.entity.validate': everyone,
  'catalog.entity.create': everyoneButAuditor,
  'catalog.entity.refresh': everyoneButAuditor,
  'catalog.entity.delete': firstOf(only('platform-engineer'), ownerOfEntity),
  'catalog.location.read': everyone,
  'catalog.location.analyze': everyoneButAuditor,
  'catalog.location.create': everyoneButAuditor,
  'catalog.location.delete': only('platform-engineer'),

  // templates
  'scaffolder.template.parameter.read': everyone,
  'scaffolder.template.step.read': everyone,
  'scaffolder.template.dry-run': only('platform-engineer'),
  'scaffolder.template.management': only('platform-engineer'),
  'scaffolder.action.execute': everyoneButAuditor,
  'scaffolder.task.create': everyoneButAuditor,
  'scaffolder.task.read': firstOf(
    only('platform-engineer', 'auditor'),
    ownTask,
  ),
  'scaffolder.task.cancel': firstOf(only('platform-engineer'), ownTask),
};

/**
 * Decides a permission for a person.
 *
 * @returns DENY for every permission that the table does not name
 * @public
 */
export function evaluatePermission(
  permission: Permission,
  subject: Subject,
): PolicyDecision {
  const rule = Object.hasOwn(RULES, permission.name)
    ? RULES[permission.name]
    : undefined;
  return rule?.(subject, permission) || DENY;
}

/** Names of the permissions in the table, for the tests. @internal */
export const rulePermissionNames = Object.keys(RULES);
