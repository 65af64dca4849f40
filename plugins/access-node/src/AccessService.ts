import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import type { PolicySnapshot } from '@nerds/plugin-access-common';
import { AccessClient } from './AccessClient';

/** Somebody who signs in, as the identity provider says. @public */
export interface SignIn {
  userEntityRef: string;
  displayName?: string;
  /** Entity refs. */
  teams: string[];
}

/**
 * Lets other backend plugins ask the access plugin who has which role.
 *
 * @public
 */
export interface AccessService {
  /**
   * What the permission policy needs to know, at most a few seconds old.
   *
   * @throws ServiceUnavailableError when the access plugin cannot answer
   */
  getPolicySnapshot(): Promise<PolicySnapshot>;

  /**
   * Remembers that somebody signed in, for the access reviews.
   *
   * @returns the teams that count: those of the sign-in without the ones that
   * a review has revoked
   * @throws ServiceUnavailableError when the access plugin cannot answer
   */
  recordSignIn(signIn: SignIn): Promise<{ teams: string[] }>;
}

/** @public */
export const accessServiceRef = createServiceRef<AccessService>({
  id: 'access.client',
  scope: 'plugin',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discovery: coreServices.discovery },
      factory: ({ auth, discovery }) => new AccessClient({ auth, discovery }),
    }),
});
