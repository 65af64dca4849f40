import { readFileSync } from 'node:fs';
import {
  interactionPolicy,
  Provider,
  type ClientMetadata,
  type Configuration,
  type JWKS,
  type KoaContextWithOIDC,
} from 'oidc-provider';
import type { AccountDirectory } from './AccountDirectory.ts';
import {
  buildErrorPage,
  buildSignedOutPage,
  buildSignOutPage,
} from './pages.ts';
import {
  FORGE_CLIENT_ID,
  FORGE_SIGN_IN_NAME,
  KUBECTL_CLIENT_ID,
  KUBECTL_REDIRECT_URIS,
  PORTAL_CLIENT_ID,
  type IdentityProviderSettings,
} from './settings.ts';

const HOUR_SECONDS = 60 * 60;
const TWO_WEEKS_SECONDS = 14 * 24 * HOUR_SECONDS;

function buildForgeClient(baseUrl: string, secret: string): ClientMetadata {
  return {
    client_id: FORGE_CLIENT_ID,
    client_name: 'de forge',
    client_secret: secret,
    token_endpoint_auth_method: 'client_secret_basic',
    redirect_uris: [`${baseUrl}/user/oauth2/${FORGE_SIGN_IN_NAME}/callback`],
    post_logout_redirect_uris: [`${baseUrl}/`],
    // no refresh token: the forge would only keep it, to disable people with it
    grant_types: ['authorization_code'],
    response_types: ['code'],
  };
}

function buildClients(
  settings: IdentityProviderSettings,
  read: (path: string) => string,
): ClientMetadata[] {
  const { portalBaseUrl: portal, forge } = settings;
  return [
    {
      client_id: PORTAL_CLIENT_ID,
      client_name: 'het NeRDS-portaal',
      client_secret: read(settings.clientSecretFile),
      token_endpoint_auth_method: 'client_secret_basic',
      redirect_uris: [`${portal}/api/auth/oidc/handler/frame`],
      post_logout_redirect_uris: [portal, `${portal}/`],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    },
    {
      client_id: KUBECTL_CLIENT_ID,
      client_name: 'Kubernetes (kubectl)',
      application_type: 'native',
      token_endpoint_auth_method: 'none',
      redirect_uris: KUBECTL_REDIRECT_URIS,
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
    },
    ...(forge
      ? [buildForgeClient(forge.baseUrl, read(forge.clientSecretFile))]
      : []),
  ];
}

/**
 * Signing in always asks who: somebody who plays several roles must never get
 * the previous one without noticing. Permission is not asked: all programs are
 * part of this stack.
 */
function buildPolicy() {
  const policy = interactionPolicy.base();
  policy.remove('consent');
  policy
    .get('login')
    ?.checks.add(
      new interactionPolicy.Check(
        'choose_account',
        'somebody must be chosen',
        context =>
          context.oidc.result?.login
            ? interactionPolicy.Check.NO_NEED_TO_PROMPT
            : interactionPolicy.Check.REQUEST_PROMPT,
      ),
    );
  return policy;
}

async function grantEverythingAsked(context: KoaContextWithOIDC) {
  const { client, session, provider } = context.oidc;
  if (!client || !session?.accountId) {
    return undefined;
  }
  const known = session.grantIdFor(client.clientId);
  const grant =
    (known && (await provider.Grant.find(known))) ||
    new provider.Grant({
      clientId: client.clientId,
      accountId: session.accountId,
    });
  grant.addOIDCScope([...context.oidc.requestParamOIDCScopes].join(' '));
  await grant.save();
  return grant;
}

function createFindAccount(
  accounts: AccountDirectory,
): Configuration['findAccount'] {
  return async (_context, id) => {
    const claims = accounts.findClaims(id);
    return (
      claims && {
        accountId: id,
        claims: async () => ({ ...claims, sub: id }),
      }
    );
  };
}

function buildConfiguration(
  settings: IdentityProviderSettings,
  accounts: AccountDirectory,
): Configuration {
  const read = (path: string) => readFileSync(path, 'utf8');
  return {
    clients: buildClients(settings, read),
    jwks: JSON.parse(read(settings.signingKeysFile)) as JWKS,
    cookies: { keys: [read(settings.cookieKeyFile)] },
    findAccount: createFindAccount(accounts),
    loadExistingGrant: grantEverythingAsked,
    interactions: {
      policy: buildPolicy(),
      url: (_context, interaction) => `/interaction/${interaction.uid}`,
    },
    claims: {
      // groups without asking: kubectl's plugin asks for openid alone by default
      openid: ['sub', 'preferred_username', 'groups', 'realm_access'],
      profile: ['name', 'preferred_username'],
      email: ['email', 'email_verified'],
      groups: ['groups'],
    },
    // kube-apiserver looks at the ID token only, never at the userinfo endpoint
    conformIdTokenClaims: false,
    // Gitea knows no PKCE; its code is of no use without its secret
    pkce: {
      required: (_context, client) => client.clientId !== FORGE_CLIENT_ID,
    },
    issueRefreshToken: async (_context, client) =>
      client.grantTypeAllowed('refresh_token'),
    // two tabs that refresh at the same moment must not end the session
    rotateRefreshToken: false,
    expiresWithSession: async () => false,
    ttl: {
      AccessToken: HOUR_SECONDS,
      AuthorizationCode: 60,
      Grant: TWO_WEEKS_SECONDS,
      IdToken: HOUR_SECONDS,
      Interaction: HOUR_SECONDS,
      RefreshToken: TWO_WEEKS_SECONDS,
      Session: TWO_WEEKS_SECONDS,
    },
    features: {
      devInteractions: { enabled: false },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (context, form) => {
          context.body = buildSignOutPage(form);
        },
        postLogoutSuccessSource: async context => {
          context.body = buildSignedOutPage();
        },
      },
    },
    renderError: async (context, out) => {
      context.type = 'html';
      context.body = buildErrorPage(out.error, out.error_description ?? '');
    },
  };
}

/**
 * Makes the OpenID provider of the local stack.
 *
 * @internal
 */
export function createProvider(
  settings: IdentityProviderSettings,
  accounts: AccountDirectory,
): Provider {
  const provider = new Provider(
    settings.issuer,
    buildConfiguration(settings, accounts),
  );
  // Programs talk https to the issuer; people are sent to the pages' origin.
  provider.use(async (context, next) => {
    await next();
    if (context.oidc?.route === 'discovery') {
      const { pagesOrigin } = settings;
      const document = context.body as Record<string, string>;
      for (const key of ['authorization_endpoint', 'end_session_endpoint']) {
        document[key] = new URL(
          new URL(document[key]).pathname,
          pagesOrigin,
        ).href;
      }
    }
  });
  return provider;
}
