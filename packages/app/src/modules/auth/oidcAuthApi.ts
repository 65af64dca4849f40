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

/** The one provider of `auth.providers` in the configuration. */
export const OIDC_PROVIDER_ID = 'oidc';

/** What a sign-in asks for; `auth.providers.oidc.<env>.additionalScopes` adds to it. */
export const OIDC_SCOPES = ['openid', 'profile', 'email'];

/**
 * The session of the signed-in person with the OIDC provider of the organisation.
 *
 * @internal
 */
export const oidcAuthApiRef = createApiRef<
  OpenIdConnectApi & ProfileInfoApi & BackstageIdentityApi & SessionApi
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
      factory: ({ configApi, discoveryApi, oauthRequestApi }) =>
        OAuth2.create({
          configApi,
          discoveryApi,
          oauthRequestApi,
          environment: configApi.getOptionalString('auth.environment'),
          provider: {
            id: OIDC_PROVIDER_ID,
            title: 'OpenID Connect',
            icon: () => null,
          },
          defaultScopes: OIDC_SCOPES,
        }),
    }),
});
