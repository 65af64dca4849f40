import { UserIdentity } from '@backstage/core-components';
import {
  configApiRef,
  discoveryApiRef,
  type IdentityApi,
  useApi,
} from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { checkSignInService } from './checkSignInService';
import { oidcAuthApiRef } from './oidcAuthApi';

/** Why a person is not signed in; `detail` is for who helps them. */
export type SignInProblem =
  | { kind: 'unavailable' | 'popupBlocked' | 'cancelled' }
  | { kind: 'rejected'; detail: string };

/** Where the sign-in stands. */
export type SignInState =
  | { step: 'checking' | 'redirecting' }
  | { step: 'ready'; problem?: SignInProblem };

/**
 * Turns what the provider or the popup answered into what to say.
 *
 * @param error - `name` and `message` as the auth backend sends them
 * @internal
 */
export function toSignInProblem(error: {
  name?: string;
  message: string;
}): SignInProblem {
  if (error.name === 'PopupRejectedError') {
    return { kind: 'popupBlocked' };
  }
  if (
    error.name === 'PopupClosedError' ||
    /access_denied|interaction_required|login_required/.test(error.message)
  ) {
    return { kind: 'cancelled' };
  }
  if (
    /ECONN|ENOTFOUND|ETIMEDOUT|timed? ?out|fetch failed/i.test(error.message)
  ) {
    return { kind: 'unavailable' };
  }
  return { kind: 'rejected', detail: error.message };
}

/**
 * Signs in without a question when there is a session, and else when asked to.
 *
 * @param onSignInSuccess - called once, with the identity
 * @returns where it stands, and `signIn` for the button
 * @internal
 */
export function useSignIn(onSignInSuccess: (identity: IdentityApi) => void) {
  const authApi = useApi(oidcAuthApiRef);
  const configApi = useApi(configApiRef);
  const discoveryApi = useApi(discoveryApiRef);
  const [searchParams, setSearchParams] = useSearchParams();
  // A redirect comes back with ?error= when the backend refused the person.
  const [returnedError] = useState(() => searchParams.get('error'));
  const [state, setState] = useState<SignInState>({ step: 'checking' });

  const getIdentity = useCallback(
    async (options: { optional: true } | { instantPopup: true }) => {
      const response = await authApi.getBackstageIdentity(options);
      if (!response) {
        return false;
      }
      const profile = await authApi.getProfile();
      onSignInSuccess(
        UserIdentity.create({ identity: response.identity, authApi, profile }),
      );
      return true;
    },
    [authApi, onSignInSuccess],
  );

  const toReady = useCallback((problem?: SignInProblem) => {
    setState({ step: 'ready', problem });
  }, []);

  useEffect(() => {
    if (returnedError) {
      setSearchParams(
        params => {
          params.delete('error');
          return params;
        },
        { replace: true },
      );
      toReady(toSignInProblem({ message: returnedError }));
      return;
    }
    getIdentity({ optional: true }).then(
      signedIn => signedIn || toReady(),
      // A session that cannot be read is no session; the button says what is wrong.
      () => toReady(),
    );
    // Once: a language or route change must not start a second sign-in.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const signIn = useCallback(async () => {
    setState({ step: 'redirecting' });
    try {
      // Only before a redirect: between a click and a popup there must be no wait.
      if (
        configApi.getOptionalBoolean('enableExperimentalRedirectFlow') &&
        !(await checkSignInService({
          authBaseUrl: await discoveryApi.getBaseUrl('auth'),
          environment:
            configApi.getOptionalString('auth.environment') ?? 'development',
        }))
      ) {
        toReady({ kind: 'unavailable' });
        return;
      }
      const signedIn = await getIdentity({ instantPopup: true });
      if (!signedIn) {
        toReady({ kind: 'unavailable' });
      }
    } catch (error) {
      toReady(toSignInProblem(error as Error));
    }
  }, [configApi, discoveryApi, getIdentity, toReady]);

  return { state, signIn };
}
