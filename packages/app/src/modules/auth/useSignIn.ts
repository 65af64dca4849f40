import { UserIdentity } from '@backstage/core-components';
import { type IdentityApi, useApi } from '@backstage/frontend-plugin-api';
import { useCallback, useEffect, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { oidcAuthApiRef } from './oidcAuthApi';
import { parseSignInProblem, type SignInProblem } from './signInProblems';

/** What to tell somebody who is not signed in. */
export type SignInNotice = SignInProblem | 'signed-out';

/** Where the sign-in stands. */
export type SignInState =
  | { step: 'checking' | 'redirecting' }
  | { step: 'ready'; notice?: SignInNotice };

/** What the auth backend or the provider put in the address when they sent somebody back. */
function readNotice(params: URLSearchParams): SignInNotice | undefined {
  const error = params.get('error');
  if (error !== null) {
    return parseSignInProblem(error);
  }
  return params.get('state') === 'signed-out' ? 'signed-out' : undefined;
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
  const [searchParams, setSearchParams] = useSearchParams();
  const [returned] = useState(() => readNotice(searchParams));
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

  const toReady = useCallback((notice?: SignInNotice) => {
    setState({ step: 'ready', notice });
  }, []);

  useEffect(() => {
    if (returned) {
      setSearchParams(
        params => {
          params.delete('error');
          params.delete('state');
          return params;
        },
        { replace: true },
      );
      toReady(returned);
      return;
    }
    getIdentity({ optional: true }).then(
      signedIn => signedIn || toReady(authApi.getSignInProblem()),
      // The identity came but the page could not use it.
      () => toReady('failed'),
    );
    // Once: a language or route change must not start a second sign-in.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  const signIn = useCallback(async () => {
    setState({ step: 'redirecting' });
    try {
      const signedIn = await getIdentity({ instantPopup: true });
      if (!signedIn) {
        toReady(authApi.getSignInProblem() ?? 'failed');
      }
    } catch {
      toReady(authApi.getSignInProblem() ?? 'failed');
    }
  }, [authApi, getIdentity, toReady]);

  return { state, signIn };
}
