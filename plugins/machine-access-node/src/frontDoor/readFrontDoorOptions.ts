import type { Config } from '@backstage/config';
import { readUnverifiedClaims } from './bearer';
import type { MachineAccessMiddlewareOptions } from './createMachineAccessMiddleware';
import { buildFrontDoorKey } from './frontDoorKey';

/**
 * What the front door needs of the configuration: its key, and the issuers of
 * the CI systems whose OIDC tokens are for machines.
 *
 * @public
 */
export function readFrontDoorOptions(
  config: Config,
): Pick<MachineAccessMiddlewareOptions, 'frontDoorKey' | 'isWorkloadToken'> {
  const identities =
    config.getOptionalConfigArray('machineAccess.workloadIdentities') ?? [];
  const issuers = new Set(
    identities.map(identity => identity.getString('issuer')),
  );
  return {
    frontDoorKey: buildFrontDoorKey(config.getString('auth.session.secret')),
    isWorkloadToken: token => {
      const iss = readUnverifiedClaims(token)?.iss;
      return typeof iss === 'string' && issuers.has(iss);
    },
  };
}
