import type {
  AuditorServiceCreateEventOptions,
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';

/** The signed-in person behind a call. @internal */
export interface Caller {
  credentials: BackstageCredentials<BackstageUserPrincipal>;
  /** Where the call came from, for the audit log only. */
  auditRequest?: AuditorServiceCreateEventOptions['request'];
}
