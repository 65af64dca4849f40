import { createApiRef } from '@backstage/frontend-plugin-api';
import type { RequestOptions } from '@nerds/page-parts';
import type {
  CreatedMachineToken,
  GrantablePermission,
  MachineToken,
  MachineTokenRequest,
  WorkloadIdentity,
} from '@nerds/plugin-machine-access-common';

/**
 * Access of pipelines and other machines as the pages use it; throws as
 * {@link AccessApi} does.
 *
 * @public
 */
export interface MachineAccessApi {
  /** What a token can be given. */
  listPermissions(options?: RequestOptions): Promise<GrantablePermission[]>;
  /** Tokens of the own teams, also expired and revoked ones; never a secret. */
  listTokens(options?: RequestOptions): Promise<MachineToken[]>;
  /** The answer holds the secret, this once. */
  createToken(request: MachineTokenRequest): Promise<CreatedMachineToken>;
  revokeToken(id: string): Promise<void>;
  listWorkloadIdentities(options?: RequestOptions): Promise<WorkloadIdentity[]>;
}

/** Reference of {@link MachineAccessApi}. @public */
export const machineAccessApiRef = createApiRef<MachineAccessApi>().with({
  id: 'plugin.access.machine-access',
  pluginId: 'access',
});
