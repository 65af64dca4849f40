import type { Role } from '@nerds/plugin-access-common';

/**
 * How far a right reaches.
 *
 * - `all`: everything; the only one for permissions that are not about a thing.
 * - `own`: what is of an own team, or of oneself.
 * - `led`: what is of a team that one leads.
 * - `open`: what is not set apart for some; see `RESOURCES`.
 *
 * @internal
 */
export type Reach = 'all' | 'own' | 'led' | 'open';

/** Of one permission: how far each role reaches. A role that is left out has nothing. @internal */
export type Rights = Partial<Record<Role, Reach>>;

/**
 * Every permission and who has it. What is not in this table is denied.
 *
 * @remarks
 * Everyone who is signed in is a developer, so a role adds to what stands under
 * `developer`. Only the auditor stands alone: of who is an auditor the other
 * roles do not count, so that who judges has changed nothing. How roles are
 * combined: `evaluatePermission`. Machines: `evaluateMachinePermission`.
 *
 * @internal
 */
export const RIGHTS: Record<string, Rights> = {
  // clusters; who runs the platform mends and clears away, and never gets in
  'free-tier.offer.read': { developer: 'all', auditor: 'all' },
  'free-tier.action.read': { developer: 'all', auditor: 'all' },
  'free-tier.action.delete': { developer: 'all' },
  'free-tier.cluster.create': { developer: 'all' },
  'free-tier.cluster.read': {
    developer: 'own',
    'platform-engineer': 'all',
    auditor: 'all',
    // the credentials of clusters are part of the access reviews
    administrator: 'all',
  },
  'free-tier.cluster.connect': { developer: 'own' },
  'free-tier.cluster.update': { developer: 'own', 'platform-engineer': 'all' },
  'free-tier.cluster.delete': { developer: 'own', 'platform-engineer': 'all' },

  // software catalogue, and with it documentation and search results
  'catalog.entity.read': {
    developer: 'open',
    'platform-engineer': 'all',
    auditor: 'all',
    administrator: 'all',
  },
  'catalog.entity.validate': { developer: 'all', auditor: 'all' },
  'catalog.entity.create': { developer: 'all' },
  'catalog.entity.refresh': { developer: 'open', 'platform-engineer': 'all' },
  'catalog.entity.delete': { developer: 'own', 'platform-engineer': 'all' },
  'catalog.location.read': { developer: 'all', auditor: 'all' },
  'catalog.location.analyze': { developer: 'all' },
  'catalog.location.create': { developer: 'all' },
  'catalog.location.delete': { 'platform-engineer': 'all' },
  'catalog.ingestion.read': { 'platform-engineer': 'all', auditor: 'all' },
  'catalog.ingestion.manage': { 'platform-engineer': 'all' },

  // what was searched for in vain; the results themselves are those of the catalog
  'search.zero-result.read': { 'platform-engineer': 'all', auditor: 'all' },

  // what fills the catalog, and what does not come in; an error of an item may name
  // what not everyone may see. Not for who gives out rights: that is no reason to.
  'catalog-sources.source.read': { developer: 'all', auditor: 'all' },
  'catalog-sources.run.read': { 'platform-engineer': 'all', auditor: 'all' },
  'catalog-sources.run.create': { 'platform-engineer': 'all' },

  // templates
  'scaffolder.template.parameter.read': {
    developer: 'open',
    'platform-engineer': 'all',
    auditor: 'all',
  },
  'scaffolder.template.step.read': {
    developer: 'open',
    'platform-engineer': 'all',
    auditor: 'all',
  },
  'scaffolder.template.dry-run': { 'platform-engineer': 'all' },
  'scaffolder.template.management': { 'platform-engineer': 'all' },
  'scaffolder.action.execute': {
    developer: 'open',
    'platform-engineer': 'all',
  },
  'scaffolder.task.create': { developer: 'all' },
  'scaffolder.task.read': {
    developer: 'own',
    'platform-engineer': 'all',
    auditor: 'all',
  },
  'scaffolder.task.cancel': { developer: 'own', 'platform-engineer': 'all' },

  // roles and access reviews
  'access.role.read': { developer: 'all', auditor: 'all' },
  'access.role.grant': { administrator: 'all' },
  'access.role.revoke': { administrator: 'all' },
  'access.review.read': {
    'team-lead': 'led',
    auditor: 'all',
    administrator: 'all',
  },
  // nobody decides about themselves: an administrator does when there is no other lead
  'access.review.decide': { 'team-lead': 'led', administrator: 'all' },

  // named tokens of machines
  'machine-access.token.read': {
    developer: 'own',
    auditor: 'all',
    administrator: 'all',
  },
  'machine-access.token.create': { developer: 'all' },
  'machine-access.token.revoke': { developer: 'own', administrator: 'all' },

  // audit log; who runs the platform reads it to find out what went wrong
  'audit-log.event.read': {
    developer: 'own',
    'platform-engineer': 'all',
    auditor: 'all',
    administrator: 'all',
  },
  'audit-log.verify': { auditor: 'all', administrator: 'all' },
};
