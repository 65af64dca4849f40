import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import type { OidcAuthResult } from '@backstage/plugin-auth-backend-module-oidc-provider';
import type {
  OAuthAuthenticatorResult,
  SignInResolver,
} from '@backstage/plugin-auth-node';
import { toTeamRefs } from './teamRefs';

const USER_NAME = /^[a-z0-9]([a-z0-9._-]{0,61}[a-z0-9])?$/i;

/**
 * Signs in who the identity provider vouches for: `preferred_username` is the
 * person, `groups` are the teams.
 *
 * @remarks
 * The catalog is not asked. It may lag behind the identity provider or still
 * be loading, and a team that a person has left must not come from there.
 *
 * @returns a resolver that throws {@link NotAllowedError} when the provider
 * sends no usable `preferred_username`
 * @public
 */
export function createSignInResolver(): SignInResolver<
  OAuthAuthenticatorResult<OidcAuthResult>
> {
  return async (info, ctx) => {
    const claims = info.result.fullProfile.userinfo;
    const userName = claims.preferred_username;
    if (typeof userName !== 'string' || !USER_NAME.test(userName)) {
      throw new NotAllowedError(
        'The identity provider sent no preferred_username that can be a user name (letters, digits, ".", "_" and "-", at most 63). Ask its administrator to add the claim.',
      );
    }
    const userRef = stringifyEntityRef({ kind: 'user', name: userName });
    return ctx.issueToken({
      claims: { sub: userRef, ent: [userRef, ...toTeamRefs(claims.groups)] },
    });
  };
}
