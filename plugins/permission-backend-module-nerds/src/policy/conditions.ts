import { catalogConditions } from '@backstage/plugin-catalog-backend/alpha';
import type {
  PermissionCondition,
  PermissionCriteria,
} from '@backstage/plugin-permission-common';
import {
  scaffolderActionConditions,
  scaffolderTaskConditions,
  scaffolderTemplateConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import {
  createAccessReviewCondition,
  createEntityReaderCondition,
} from '@nerds/plugin-access-common';
import {
  createConcernsTeamCondition,
  createHasActorCondition,
} from '@nerds/plugin-audit-log-common';
import { createClusterOwnerCondition } from '@nerds/plugin-free-tier-common';
import { buildMachineTokenIsOwnedBy } from '@nerds/plugin-machine-access-common';
import { PLATFORM_TAG } from './resources';
import type { Reach } from './rights';
import type { Subject } from './Subject';

/** Conditions under which a right holds. @internal */
export type Criteria = PermissionCriteria<PermissionCondition>;

type LimitedReach = Exclude<Reach, 'all'>;

/** What a person owns entities as. */
const refsOf = ({ userEntityRef, teams }: Subject) => [userEntityRef, ...teams];

/** What each reach means for each kind of thing. */
const CONDITIONS: Record<
  string,
  Partial<Record<LimitedReach, (subject: Subject) => Criteria>>
> = {
  'free-tier-cluster': {
    own: subject => createClusterOwnerCondition(subject.teams),
  },
  'catalog-entity': {
    own: subject =>
      catalogConditions.isEntityOwner({ claims: refsOf(subject) }),
    open: subject => createEntityReaderCondition(refsOf(subject)),
  },
  'scaffolder-template': {
    open: () => ({
      not: scaffolderTemplateConditions.hasTag({ tag: PLATFORM_TAG }),
    }),
  },
  'scaffolder-action': {
    open: () => ({
      not: {
        allOf: [
          scaffolderActionConditions.hasActionId({
            actionId: 'notification:send',
          }),
          scaffolderActionConditions.hasStringProperty({
            key: 'recipients',
            value: 'broadcast',
          }),
        ],
      },
    }),
  },
  'scaffolder-task': {
    own: subject =>
      scaffolderTaskConditions.isTaskOwner({
        createdBy: [subject.userEntityRef],
      }),
  },
  'access-review': {
    led: subject => createAccessReviewCondition(subject.ledTeams),
  },
  'machine-access-token': {
    own: subject => buildMachineTokenIsOwnedBy(subject.teams),
  },
  'audit-log-event': {
    own: subject => ({
      anyOf: [
        createConcernsTeamCondition(subject.teams),
        createHasActorCondition([subject.userEntityRef]),
      ],
    }),
  },
};

/**
 * The condition that a thing is within reach.
 *
 * @throws Error when that reach means nothing for that kind of thing: the table
 * of rights is wrong
 * @internal
 */
export function buildReachCondition(
  resourceType: string,
  reach: LimitedReach,
  subject: Subject,
): Criteria {
  const build = CONDITIONS[resourceType]?.[reach];
  if (!build) throw new Error(`Nothing of ${resourceType} is ${reach}`);
  return build(subject);
}
