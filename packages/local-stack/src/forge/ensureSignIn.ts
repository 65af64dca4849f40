import { DEMO_GROUPS } from '../identity-provider/demoAccounts.ts';
import { FORGE_SIGN_IN_NAME } from '../identity-provider/settings.ts';
import type { IdentityProviderConnection } from '../identity-provider/startIdentityProvider.ts';
import { withClient } from '../postgres/runSql.ts';

/** Gitea's number for a source of accounts that speaks OAuth 2 or OpenID Connect. */
const OAUTH2_SOURCE = 6;

/** How people sign in to the forge. @internal */
export interface ForgeSignIn {
  metadataUrl: string;
  caFile: string;
  clientId: string;
  clientSecret: string;
}

/**
 * @throws Error when the provider was started without a forge
 * @internal
 */
export function toForgeSignIn(
  provider: IdentityProviderConnection,
): ForgeSignIn {
  const { metadataUrl, caFile, forgeClient } = provider;
  if (!forgeClient) {
    throw new Error('The identity provider knows of no forge');
  }
  return {
    metadataUrl,
    caFile,
    clientId: forgeClient.id,
    clientSecret: forgeClient.secret,
  };
}

/**
 * Gitea's `Source` (services/auth/source/oauth2/source.go). A group of the
 * provider is the team of the same name; who is no longer in it, leaves the team
 * when they sign in.
 */
function buildSource(signIn: ForgeSignIn, organization: string) {
  const teams = DEMO_GROUPS.map(group => [group, { [organization]: [group] }]);
  return {
    Provider: 'openidConnect',
    ClientID: signIn.clientId,
    ClientSecret: signIn.clientSecret,
    OpenIDConnectAutoDiscoveryURL: signIn.metadataUrl,
    Scopes: ['profile', 'email', 'groups'],
    FullNameClaimName: 'name',
    GroupClaimName: 'groups',
    GroupTeamMap: JSON.stringify(Object.fromEntries(teams)),
    GroupTeamMapRemoval: true,
  };
}

/**
 * Has the forge let people in through the identity provider. Before it starts:
 * it looks up the provider then, and does not notice a change.
 *
 * @remarks
 * Written to its table. `gitea admin auth add-oauth` takes the client's secret
 * as an argument only, and everybody on a machine can read those.
 *
 * @param databaseUrl - of the forge's database, of someone who may write to it
 * @internal
 */
export async function ensureSignIn(
  databaseUrl: string,
  options: { signIn: ForgeSignIn; organization: string },
): Promise<void> {
  const source = buildSource(options.signIn, options.organization);
  await withClient(databaseUrl, client =>
    client.query(
      `INSERT INTO login_source (type, name, is_active, is_sync_enabled,
         two_factor_policy, cfg, created_unix, updated_unix)
       VALUES ($1, $2, true, false, 'skip', $3,
         extract(epoch FROM now())::bigint, extract(epoch FROM now())::bigint)
       ON CONFLICT (name) DO UPDATE SET type = excluded.type, is_active = true,
         two_factor_policy = excluded.two_factor_policy, cfg = excluded.cfg,
         updated_unix = excluded.updated_unix`,
      [OAUTH2_SOURCE, FORGE_SIGN_IN_NAME, JSON.stringify(source)],
    ),
  );
}
