import {
  parseEntityRef,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { isError } from '@backstage/errors';
import type {
  AuthResolverCatalogUserQuery,
  AuthResolverContext,
} from '@backstage/plugin-auth-node';
import { readTextClaim, type Claims } from '../claims/readClaim';
import { ENTITY_NAME } from '../claims/teamRefs';
import type { CatalogUserMatch, OidcOptions } from '../config';
import { SignInError } from '../SignInError';

/** Users of pipelines; they get in with a token and never through the provider. */
const MACHINE_NAMESPACE = 'machine';

/** Who signs in. @internal */
export interface SignedInPerson {
  userEntityRef: string;
  /** Entity refs of the teams that the catalog knows; absent: it was not asked. */
  catalogTeams?: string[];
}

/**
 * Finds out who the claims are about.
 *
 * @throws {@link SignInError} when nobody can be named with certainty
 * @internal
 */
export async function findPerson(
  claims: Claims,
  provider: OidcOptions,
  ctx: AuthResolverContext,
): Promise<SignedInPerson> {
  if (!provider.catalogUser) {
    const name = requireUserName(claims, provider);
    return { userEntityRef: stringifyEntityRef({ kind: 'user', name }) };
  }
  const query = buildQuery(claims, provider, provider.catalogUser);
  const entity = await findCatalogUser(query, ctx);
  const userEntityRef = stringifyEntityRef(entity);
  if (parseEntityRef(userEntityRef).namespace === MACHINE_NAMESPACE) {
    throw new SignInError('user-unknown', `${userEntityRef} is a machine`);
  }
  const catalogTeams = (entity.relations ?? [])
    .filter(({ type }) => type === RELATION_MEMBER_OF)
    .map(({ targetRef }) => targetRef)
    .filter(ref => ref.startsWith('group:'));
  return { userEntityRef, catalogTeams };
}

function requireUserName(claims: Claims, { claims: names }: OidcOptions) {
  const name = readTextClaim(claims, names.user);
  if (name === undefined || !ENTITY_NAME.test(name)) {
    throw new SignInError(
      'user-claim-missing',
      `the claim ${names.user} holds no user name (letters, digits, ".", "_" and "-", at most 63)`,
    );
  }
  return name;
}

function buildQuery(
  claims: Claims,
  provider: OidcOptions,
  rule: CatalogUserMatch,
): AuthResolverCatalogUserQuery {
  switch (rule.match) {
    case 'email': {
      const email = readTextClaim(claims, provider.claims.email);
      const isCertain =
        rule.allowUnverifiedEmail || claims.email_verified === true;
      if (email === undefined || !isCertain) {
        throw new SignInError(
          'email-unverified',
          email ? 'email_verified is not true' : 'there is no e-mail address',
        );
      }
      return { filter: { 'spec.profile.email': email } };
    }
    case 'annotation': {
      const value = readTextClaim(claims, rule.claim);
      if (value === undefined) {
        throw new SignInError(
          'user-claim-missing',
          `the claim ${rule.claim} is missing`,
        );
      }
      return { annotations: { [rule.annotation]: value } };
    }
    default:
      return { entityRef: { name: requireUserName(claims, provider) } };
  }
}

async function findCatalogUser(
  query: AuthResolverCatalogUserQuery,
  ctx: AuthResolverContext,
): Promise<Entity> {
  try {
    return (await ctx.findCatalogUser(query)).entity;
  } catch (error) {
    const detail = JSON.stringify(query);
    if (isError(error) && error.name === 'NotFoundError') {
      throw new SignInError('user-unknown', `nobody matches ${detail}`);
    }
    if (isError(error) && error.name === 'ConflictError') {
      throw new SignInError('user-ambiguous', `several match ${detail}`);
    }
    throw new SignInError('portal-unavailable', `catalog: ${error}`);
  }
}
