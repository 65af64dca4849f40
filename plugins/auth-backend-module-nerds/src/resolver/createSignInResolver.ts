import { isError } from '@backstage/errors';
import type {
  OAuthAuthenticatorResult,
  SignInResolver,
} from '@backstage/plugin-auth-node';
import type { AccessService } from '@nerds/plugin-access-node';
import { readClaim, readTextClaim } from '../claims/readClaim';
import { toTeamRefs } from '../claims/teamRefs';
import type { OidcOptions } from '../config';
import type { LastSignIns } from '../LastSignIns';
import type { OidcProfile, Session } from '../provider/OidcProfile';
import type { SealedBox } from '../provider/SealedBox';
import { SignInError } from '../SignInError';
import { findPerson, type SignedInPerson } from './findPerson';
import type { GroupAncestors } from './GroupAncestors';

/**
 * Nobody is in this many teams. Groups that are no teams are to be left out by
 * `groups.prefix` or `groups.pattern`; a part of them would be an arbitrary part.
 */
const MAX_TEAMS = 20_000;

/** What the access plugin remembers of a name. */
const MAX_NAME_LENGTH = 200;

/** @internal */
export interface SignInResolverOptions {
  provider: OidcOptions;
  access: AccessService;
  ancestors: GroupAncestors;
  sessions: SealedBox<Session>;
  lastSignIns: LastSignIns;
}

/**
 * Signs in who the provider vouches for, with the teams that count now. Asked at
 * the sign-in and at every refresh alike.
 *
 * @returns a resolver that throws nothing but {@link SignInError}
 * @internal
 */
export function createSignInResolver(
  options: SignInResolverOptions,
): SignInResolver<OAuthAuthenticatorResult<OidcProfile>> {
  return async ({ result, profile }, ctx) => {
    const { fullProfile } = result;
    const { attempt, last, session } = fullProfile;
    if (last) {
      return last.result;
    }
    try {
      const person = await findPerson(
        fullProfile.claims,
        options.provider,
        ctx,
      );
      const { userEntityRef } = person;
      requireSamePerson(fullProfile, userEntityRef);
      attempt.userEntityRef = userEntityRef;
      const refs = await findOwnershipRefs(person, fullProfile, options);
      // Backstage puts it in the cookie after this. At a refresh it has done so.
      result.session.refreshToken = options.sessions.seal({
        ...session,
        userEntityRef,
      });
      const issued = await ctx.issueToken({
        claims: { sub: userEntityRef, ent: refs },
      });
      options.lastSignIns.remember(session.id, { result: issued, profile });
      return issued;
    } catch (error) {
      attempt.error =
        error instanceof SignInError
          ? error
          : new SignInError('failed', String(error));
      throw attempt.error;
    }
  };
}

/** Somebody who got another user name starts anew, so that no page mixes the two. */
function requireSamePerson(profile: OidcProfile, userEntityRef: string): void {
  const { refreshedFor } = profile;
  if (refreshedFor !== undefined && refreshedFor !== userEntityRef) {
    throw new SignInError(
      'session-ended',
      `${refreshedFor} is called ${userEntityRef} now`,
    );
  }
}

async function findOwnershipRefs(
  person: SignedInPerson,
  { claims }: OidcProfile,
  { provider, access, ancestors }: SignInResolverOptions,
): Promise<string[]> {
  const { userEntityRef } = person;
  const claim = readClaim(claims, provider.claims.groups);
  const direct =
    claim === undefined
      ? person.catalogTeams ?? []
      : toTeamRefs(claim, provider.groups);
  if (direct.length > MAX_TEAMS) {
    throw new SignInError(
      'too-many-teams',
      `${direct.length} groups can be teams; say which are with groups.prefix`,
    );
  }
  const counting = await recordSignIn(access, {
    userEntityRef,
    displayName: readTextClaim(claims, provider.claims.name)?.slice(
      0,
      MAX_NAME_LENGTH,
    ),
    teams: direct,
  });
  // never more than the provider said
  const teams = direct.filter(team => counting.has(team));
  const above = await ancestors.find(teams, provider.ancestors);
  return [userEntityRef, ...teams, ...above];
}

async function recordSignIn(
  access: AccessService,
  signIn: Parameters<AccessService['recordSignIn']>[0],
): Promise<Set<string>> {
  try {
    return new Set((await access.recordSignIn(signIn)).teams);
  } catch (error) {
    const message = isError(error) ? error.message : String(error);
    throw new SignInError('portal-unavailable', message);
  }
}
