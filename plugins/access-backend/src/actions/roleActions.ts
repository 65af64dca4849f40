import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import {
  accessRoleGrantPermission,
  accessRoleReadPermission,
  accessRoleRevokePermission,
} from '@nerds/plugin-access-common';
import { ROLE_TEXTS } from '../domain/roleTexts';
import { parseRoleGrantRequest } from '../router/requests/parseRoleGrantRequest';
import type { ActionRunner } from './ActionRunner';
import { grantOutput, languageInput } from './schemas';

/** `access:list-roles`. @internal */
export function createListRolesAction(
  registry: ActionsRegistryService,
  runner: ActionRunner,
): void {
  registry.register({
    name: 'list-roles',
    title: 'List the roles of the portal',
    description:
      'Lists the roles, what each is for, and which groups and people have it.',
    attributes: { readOnly: true, destructive: false, idempotent: true },
    visibilityPermission: accessRoleReadPermission,
    schema: {
      input: z => z.object({ language: languageInput(z) }),
      output: z =>
        z.object({
          roles: z.array(
            z.object({
              role: z.string(),
              title: z.string(),
              description: z.string(),
              grants: z.array(grantOutput(z)),
            }),
          ),
        }),
    },
    action: async ({ input: { language }, credentials }) => {
      const views = await runner.run(
        { credentials, language },
        ({ roles }, caller) => roles.listRoles(caller),
      );
      const roles = views.map(({ role, grants }) => ({
        role,
        title: ROLE_TEXTS[role].title[language],
        description: ROLE_TEXTS[role].description[language],
        grants: grants.map(grant => ({ ...grant })),
      }));
      return { output: { roles } };
    },
  });
}

/** `access:grant-role`. @internal */
export function createGrantRoleAction(
  registry: ActionsRegistryService,
  runner: ActionRunner,
): void {
  registry.register({
    name: 'grant-role',
    title: 'Grant a role',
    description:
      'Gives a group or person a role of the portal, within seconds. Nobody grants a role to themselves. Administrators only.',
    attributes: { readOnly: false, destructive: false, idempotent: false },
    visibilityPermission: accessRoleGrantPermission,
    schema: {
      input: z =>
        z.object({
          role: z
            .string()
            .describe(
              'team-lead, data-owner, platform-engineer, auditor or administrator',
            ),
          subject: z
            .string()
            .describe('Entity ref, for example user:default/jan'),
          team: z
            .string()
            .optional()
            .describe('For team-lead and data-owner: the team it is about'),
          reason: z.string().describe('Why, in a sentence'),
          expiresAt: z
            .string()
            .optional()
            .describe('ISO 8601 instant; without it, until revoked'),
          language: languageInput(z),
        }),
      output: z => grantOutput(z),
    },
    action: async ({ input, credentials }) => {
      const { language, ...request } = input;
      const grant = await runner.run(
        { credentials, language },
        ({ roles }, caller) =>
          roles.grantRole(parseRoleGrantRequest(request), caller),
      );
      return { output: { ...grant } };
    },
  });
}

/** `access:revoke-role`. @internal */
export function createRevokeRoleAction(
  registry: ActionsRegistryService,
  runner: ActionRunner,
): void {
  registry.register({
    name: 'revoke-role',
    title: 'Revoke a role',
    description:
      'Takes a role away that was granted in the portal, within seconds. Administrators only.',
    attributes: { readOnly: false, destructive: true, idempotent: false },
    visibilityPermission: accessRoleRevokePermission,
    schema: {
      input: z =>
        z.object({
          id: z.string().describe('UUID of the grant; see list-roles'),
          language: languageInput(z),
        }),
      output: z => grantOutput(z),
    },
    action: async ({ input: { id, language }, credentials }) => {
      const grant = await runner.run(
        { credentials, language },
        ({ roles }, caller) => roles.revokeRole(id, caller),
      );
      return { output: { ...grant } };
    },
  });
}
