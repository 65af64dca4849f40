import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  ConfigReader,
  readDurationFromConfig,
  type Config,
} from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  durationToMilliseconds,
  type HumanDuration,
  type JsonValue,
} from '@backstage/types';
import { GRANTABLE_ROLES, type RoleGrant } from '@nerds/plugin-access-common';
import type { ReviewOptions } from './domain/ReviewOptions';

const DEFAULTS = {
  'people.retention': { days: 400 },
  'review.interval': { days: 365 },
  'review.privilegedInterval': { days: 90 },
  'review.due': { days: 14 },
  'review.overdueReminders': { days: 7 },
} satisfies Record<string, HumanDuration>;

const DEFAULT_REMINDERS: HumanDuration[] = [{ days: 7 }, { days: 0 }];

/** What the configuration says about roles, people and reviews. @internal */
export interface AccessConfig {
  /** Grants of `permission.roles`. */
  grants: RoleGrant[];
  /** Milliseconds after which somebody who does not sign in is forgotten. */
  peopleRetentionMs: number;
  review: ReviewOptions;
}

/**
 * Reads `access` and `permission.roles` from the configuration.
 *
 * @throws {@link InputError} with a sentence that names the key that is wrong,
 * so that a portal with a wrong configuration does not start
 * @internal
 */
export function readAccessConfig(rootConfig: Config): AccessConfig {
  const config = rootConfig.getOptionalConfig('access');
  return {
    grants: readConfigGrants(rootConfig),
    peopleRetentionMs: readPositiveMs(config, 'people.retention'),
    review: {
      intervalMs: readPositiveMs(config, 'review.interval'),
      privilegedIntervalMs: readPositiveMs(config, 'review.privilegedInterval'),
      dueMs: readPositiveMs(config, 'review.due'),
      remindersMs: readRemindersMs(config),
      overdueRemindersMs: readPositiveMs(config, 'review.overdueReminders'),
    },
  };
}

function readConfigGrants(rootConfig: Config): RoleGrant[] {
  const roles = rootConfig.getOptionalConfig('permission.roles');
  const unknown = roles
    ?.keys()
    .find(key => !GRANTABLE_ROLES.some(role => role === key));
  if (unknown) {
    throw new InputError(
      `Config key 'permission.roles.${unknown}' is not a role; the roles are ${GRANTABLE_ROLES.join(
        ', ',
      )}`,
    );
  }
  return GRANTABLE_ROLES.flatMap(role => {
    const refs = roles?.getOptionalStringArray(role) ?? [];
    const subjects = refs.map(ref => toSubject(role, ref));
    return [...new Set(subjects)].map(
      (subject): RoleGrant => ({ role, subject, origin: 'config' }),
    );
  });
}

function toSubject(role: string, ref: string): string {
  const problem = new InputError(
    `Config key 'permission.roles.${role}' names '${ref}', which is not a group or user such as 'group:default/platform'`,
  );
  let parsed;
  try {
    parsed = parseEntityRef(ref);
  } catch {
    throw problem;
  }
  const subject = stringifyEntityRef(parsed);
  if (!/^(group|user):/.test(subject)) throw problem;
  return subject;
}

function readRemindersMs(config: Config | undefined): number[] {
  const reminders = config?.getOptional<JsonValue[]>('review.reminders');
  const durations = reminders ?? DEFAULT_REMINDERS;
  return durations.map((value, index) => {
    try {
      // Durations are read by key, and a list has none.
      const reader = new ConfigReader({ reminder: value as JsonValue });
      return durationToMilliseconds(
        readDurationFromConfig(reader, { key: 'reminder' }),
      );
    } catch (error) {
      throw new InputError(
        `Config key 'access.review.reminders[${index}]' is not a duration: ${error}`,
      );
    }
  });
}

function readPositiveMs(
  config: Config | undefined,
  key: keyof typeof DEFAULTS,
): number {
  const durationMs = durationToMilliseconds(
    config?.has(key) ? readDurationFromConfig(config, { key }) : DEFAULTS[key],
  );
  if (durationMs <= 0) {
    throw new InputError(
      `Config key 'access.${key}' must be more than nothing`,
    );
  }
  return durationMs;
}
