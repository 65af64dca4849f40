import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { GRANTABLE_ROLES, type RoleGrant } from '@nerds/plugin-access-common';

/**
 * The roles that the configuration gives, under `permission.roles`.
 *
 * @remarks
 * A role without groups or people has no members: nobody is a platform engineer
 * by default.
 *
 * @throws Error when something is there that is no group or user, as a role
 * that nobody gets by mistake is found out too late
 * @internal
 */
export function readConfigGrants(config: Config): RoleGrant[] {
  return GRANTABLE_ROLES.flatMap(role => {
    const key = `permission.roles.${role}`;
    const subjects = config.getOptionalStringArray(key) ?? [];
    return subjects.map((text): RoleGrant => {
      const subject = toSubjectRef(text);
      if (subject) return { role, subject, origin: 'config' };
      throw new Error(
        `${key} holds "${text}", which is no entity ref of a group or user such as group:default/platform`,
      );
    });
  });
}

function toSubjectRef(text: string): string | undefined {
  try {
    const ref = parseEntityRef(text);
    return /^(?:group|user)$/i.test(ref.kind)
      ? stringifyEntityRef(ref)
      : undefined;
  } catch {
    // No entity ref at all; the caller says so.
    return undefined;
  }
}
