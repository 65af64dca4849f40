import type {
  AuditorServiceCreateEventOptions,
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import type {
  MachineTokenRequest,
  MachineTokenState,
} from '@nerds/plugin-machine-access-common';
import type { TokenQuery } from '../database/TokenStore';
import type { MachineTokenRecord } from '../domain/MachineTokenRecord';
import type { WorkloadIdentityOptions } from '../domain/WorkloadIdentityOptions';

/** The person who asks. @internal */
export interface Caller {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
  /** Entity ref. */
  userEntityRef: string;
  /** Entity refs of the own teams. */
  teams: string[];
  /** For the audit log; absent when an action asks. */
  auditRequest?: AuditorServiceCreateEventOptions['request'];
}

/** A token as one caller sees it. @internal */
export interface TokenView {
  token: MachineTokenRecord;
  state: MachineTokenState;
  actions: { revoke: boolean };
}

/** @internal */
export interface CreatedToken {
  view: TokenView;
  /** The only time that it is anywhere. */
  secret: string;
}

/** What the API does with tokens. @internal */
export interface TokenService {
  listTokens(query: TokenQuery, caller: Caller): Promise<TokenView[]>;
  getToken(id: string, caller: Caller): Promise<TokenView>;
  createToken(
    request: MachineTokenRequest,
    caller: Caller,
  ): Promise<CreatedToken>;
  revokeToken(id: string, caller: Caller): Promise<TokenView>;
  listWorkloadIdentities(caller: Caller): Promise<WorkloadIdentityOptions[]>;
}
