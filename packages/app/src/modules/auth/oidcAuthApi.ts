import { OAuth2 } from '@backstage/core-app-api';
import {
  ApiBlueprint,
  type BackstageIdentityApi,
  configApiRef,
  createApiRef,
  discoveryApiRef,
  oauthRequestApiRef,
  type OpenIdConnectApi,
  type ProfileInfoApi,
  type SessionApi,
} from '@backstage/frontend-plugin-api';
import { OidcAuthConnector } from './OidcAuthConnector';
import type { SignInProblem } from './signInProblems';

/** What a sign-in asks for; `auth.providers.oidc.<env>.additionalScopes` adds to it. */
const OIDC_SCOPES = ['openid', 'profile', 'email'];

/** Tells why there is no session. @internal */
export interface SignInProblemApi {
  /** Undefined when nobody was signed in, or somebody is. */
  getSignInProblem(): SignInProblem | undefined;
}

/**
 * The session of the signed-in person with the OIDC provider of the organisation.
 *
 * @internal
 */
export const oidcAuthApiRef = createApiRef<
  OpenIdConnectApi &
    ProfileInfoApi &
    BackstageIdentityApi &
    SessionApi &
    SignInProblemApi
>().with({ id: 'auth.oidc', pluginId: 'app' });

/** Provides {@link oidcAuthApiRef}. */
export const oidcAuthApi = ApiBlueprint.make({
  name: 'oidc-auth',
  params: defineParams =>
    defineParams({
      api: oidcAuthApiRef,
      deps: {
        configApi: configApiRef,
        discoveryApi: discoveryApiRef,
        oauthRequestApi: oauthRequestApiRef,
      },
      factory: ({ configApi, discoveryApi, oauthRequestApi }) => {
        const authConnector = new OidcAuthConnector({
          discoveryApi,
          oauthRequestApi,
          environment:
            configApi.getOptionalString('auth.environment') ?? 'development',
          appPath: new URL(configApi.getString('app.baseUrl')).pathname,
          navigate: url => window.location.assign(url),
        });
        return Object.assign(
          OAuth2.create({ authConnector, defaultScopes: OIDC_SCOPES }),
          { getSignInProblem: () => authConnector.problem },
        );
      },
    }),
});
