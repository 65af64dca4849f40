import keycloak from '@backstage-community/plugin-catalog-backend-module-keycloak';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import ldap from '@backstage/plugin-catalog-backend-module-ldap';
import microsoftGraph from '@backstage/plugin-catalog-backend-module-msgraph';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
} from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';

/** What the modules for the organisation add to the catalog with a configuration. */
async function findProviders(providers?: JsonObject) {
  const added: EntityProvider[] = [];
  const logger = mockServices.logger.mock();
  const backend = await startTestBackend({
    extensionPoints: [
      [
        catalogProcessingExtensionPoint,
        {
          addEntityProvider: (
            ...given: (EntityProvider | EntityProvider[])[]
          ) => void added.push(...given.flat()),
          addProcessor: () => {},
          addPlaceholderResolver: () => {},
          setOnProcessingErrorHandler: () => {},
        },
      ],
    ],
    features: [
      keycloak,
      ldap,
      microsoftGraph,
      logger.factory,
      mockServices.rootConfig.factory({
        data: providers ? { catalog: { providers } } : {},
      }),
    ],
  });
  await backend.stop();
  return {
    names: added.map(provider => provider.getProviderName()),
    warnings: [...logger.warn.mock.calls, ...logger.error.mock.calls],
  };
}

const SCHEDULE = { frequency: { hours: 1 }, timeout: { minutes: 5 } };

describe('the organisation in the catalog', () => {
  jest.setTimeout(60_000);

  it('comes from nowhere, in silence, until somebody says from where', async () => {
    await expect(findProviders()).resolves.toEqual({
      names: [],
      warnings: [],
    });
  });

  it.each([
    [
      'Keycloak',
      {
        keycloakOrg: {
          default: {
            baseUrl: 'https://idp.example.org',
            realm: 'organisatie',
            clientId: 'portal-directory',
            clientSecret: 'secret',
            schedule: SCHEDULE,
          },
        },
      },
      'KeycloakOrgEntityProvider:default',
    ],
    [
      'LDAP',
      {
        ldapOrg: {
          default: {
            target: 'ldaps://ldap.example.org',
            bind: { dn: 'cn=portal', secret: 'secret' },
            users: [{ dn: 'ou=people', options: { filter: '(uid=*)' } }],
            groups: [{ dn: 'ou=groups', options: { filter: '(cn=*)' } }],
            schedule: SCHEDULE,
          },
        },
      },
      'LdapOrgEntityProvider:default',
    ],
    [
      'Microsoft Graph',
      {
        microsoftGraphOrg: {
          default: {
            tenantId: 'tenant',
            clientId: 'portal-directory',
            clientSecret: 'secret',
            schedule: SCHEDULE,
          },
        },
      },
      'MicrosoftGraphOrgEntityProvider:default',
    ],
  ])('comes from %s once configured', async (_title, providers, name) => {
    const { names } = await findProviders(providers as JsonObject);
    expect(names).toEqual([name]);
  });
});
