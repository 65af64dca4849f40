import type { LoggerService } from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import { createProxyAuthenticator } from '@backstage/plugin-auth-node';
import type { MachineScope } from '@nerds/plugin-machine-access-common';
import {
  isFrontDoorRequest,
  type MachineAccessService,
} from '@nerds/plugin-machine-access-node';
import { z } from 'zod';

const exchange = z.object({
  credential: z.string().min(1),
  address: z.string().optional(),
  correlationId: z.string().optional(),
  request: z.string().optional(),
});

/**
 * Verifies the credential of a machine, for the front door and nobody else:
 * who could ask this from outside would hold a token that outlives the
 * revocation of the credential.
 *
 * @internal
 */
export function createMachineAuthenticator(options: {
  machineAccess: MachineAccessService;
  frontDoorKey: string;
  logger: LoggerService;
}) {
  const { machineAccess, frontDoorKey, logger } = options;
  return createProxyAuthenticator<undefined, MachineScope, undefined>({
    defaultProfileTransform: async () => ({ profile: {} }),
    initialize: () => undefined,
    async authenticate({ req }) {
      if (!isFrontDoorRequest(req, frontDoorKey)) {
        logger.warn(
          'Refused an exchange of a machine credential that did not come from the front door',
        );
        throw new AuthenticationError('Send the token with the request itself');
      }
      const { success, data } = exchange.safeParse(req.body);
      if (!success) throw new AuthenticationError('There is no credential');
      const { credential, ...origin } = data;
      return {
        result: await machineAccess.verifyCredential(credential, origin),
      };
    },
  });
}
