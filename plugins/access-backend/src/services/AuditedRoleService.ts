import type { JsonObject } from '@backstage/types';
import type { OwnAccess, Person, RoleGrant } from '@nerds/plugin-access-common';
import type { AuditTrail } from './AuditTrail';
import type { Caller } from './Caller';
import type { ParsedRoleGrant, RoleService, RoleView } from './RoleService';

/**
 * Writes every change of a role and every refusal to the audit log.
 *
 * @internal
 */
export class AuditedRoleService implements RoleService {
  constructor(
    private readonly inner: RoleService,
    private readonly audit: AuditTrail,
  ) {}

  async listRoles(caller: Caller): Promise<RoleView[]> {
    return this.audit.auditRefusal(caller, { queryType: 'roles' }, () =>
      this.inner.listRoles(caller),
    );
  }

  async getOwnAccess(caller: Caller): Promise<OwnAccess> {
    return this.audit.auditRefusal(caller, { queryType: 'own-access' }, () =>
      this.inner.getOwnAccess(caller),
    );
  }

  async grantRole(
    request: ParsedRoleGrant,
    caller: Caller,
  ): Promise<RoleGrant> {
    const { role, subject, team, expiresAt } = request.fields;
    return this.audit.auditChange(
      caller,
      {
        eventId: 'role-grant-create',
        severityLevel: 'high',
        meta: { object: subject, role, team, expiresAt },
      },
      () => this.inner.grantRole(request, caller),
      toGrantMeta,
    );
  }

  async revokeRole(id: string, caller: Caller): Promise<RoleGrant> {
    return this.audit.auditChange(
      caller,
      {
        eventId: 'role-grant-revoke',
        severityLevel: 'high',
        meta: { object: `role-grant:${id}`, grantId: id },
      },
      () => this.inner.revokeRole(id, caller),
      toGrantMeta,
    );
  }

  async listPeople(
    query: { team?: string },
    caller: Caller,
  ): Promise<Person[]> {
    const meta = { queryType: 'people', team: query.team };
    return this.audit.auditRefusal(caller, meta, () =>
      this.inner.listPeople(query, caller),
    );
  }
}

function toGrantMeta({ id, role, subject, team }: RoleGrant): JsonObject {
  return { grantId: id, role, object: subject, team };
}
