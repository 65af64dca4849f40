import type { Language } from '@nerds/http-api';
import {
  GRANTABLE_PERMISSIONS,
  type GrantablePermission,
  type MachineToken,
  type WorkloadIdentity,
} from '@nerds/plugin-machine-access-common';
import type { WorkloadIdentityOptions } from '../domain/WorkloadIdentityOptions';
import type { TokenView } from '../services/TokenService';

/** A token as the API shows it. @internal */
export function toTokenAnswer({
  token,
  state,
  actions,
}: TokenView): MachineToken {
  return {
    id: token.id,
    name: token.name,
    team: token.team,
    purpose: token.purpose,
    permissions: token.permissions,
    state,
    createdBy: token.createdBy,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString(),
    lastUsedFrom: token.lastUsedFrom,
    revokedAt: token.revokedAt?.toISOString(),
    revokedBy: token.revokedBy,
    actions,
  };
}

/** What a token can be given, in words. @internal */
export function toPermissionAnswers(language: Language): GrantablePermission[] {
  return GRANTABLE_PERMISSIONS.map(({ permission, title, description }) => ({
    name: permission.name,
    title: title[language],
    description: description[language],
  }));
}

/** A workload identity without how its issuer is reached. @internal */
export function toWorkloadIdentityAnswer(
  identity: WorkloadIdentityOptions,
): WorkloadIdentity {
  const { id, title, issuer, audience, team, permissions, claims } = identity;
  return { id, title, issuer, audience, team, permissions, claims };
}
