import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { MachineScope } from '@nerds/plugin-machine-access-common';
import { MachineAccessClient } from './MachineAccessClient';

/** Where a credential was used, for the audit log. @public */
export interface CredentialOrigin {
  /** Address that it was sent from. */
  address?: string;
  /** Number of the request that it was sent with. */
  correlationId?: string;
  /** Method and path of that request, without its query. */
  request?: string;
}

/**
 * Lets other backend plugins ask what a machine may do.
 *
 * @public
 */
export interface MachineAccessService {
  /**
   * What a machine may do now.
   *
   * @param principal - entity ref, `user:machine/<id>`
   * @returns undefined when there is no such machine, or its token has expired or was revoked
   * @throws ServiceUnavailableError when the machine access plugin cannot answer
   */
  getScope(principal: string): Promise<MachineScope | undefined>;

  /**
   * Finds out whose credential this is, and writes the use to the audit log.
   *
   * @param credential - a token of the portal, or the OIDC token of a CI system
   * @param origin - where it was used
   * @throws AuthenticationError when it is none that counts now
   * @throws ServiceUnavailableError when the machine access plugin cannot answer
   */
  verifyCredential(
    credential: string,
    origin: CredentialOrigin,
  ): Promise<MachineScope>;
}

/** @public */
export const machineAccessServiceRef = createServiceRef<MachineAccessService>({
  id: 'machine-access.client',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: ({ auth, discovery }) =>
        new MachineAccessClient({ auth, discovery }),
    }),
});
