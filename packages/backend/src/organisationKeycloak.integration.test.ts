import { readFileSync } from 'node:fs';
import { KeycloakOrgEntityProvider } from '@backstage-community/plugin-catalog-backend-module-keycloak';
import { mockServices } from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type {
  EntityProviderConnection,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';

/** From what `packages/local-stack/src/keycloak/testKeycloak.ts` writes. */
interface Keycloak {
  baseUrl: string;
  realm: string;
  directoryClientId: string;
  directoryClientSecret: string;
}

const file = process.env.NERDS_TEST_KEYCLOAK;

// eslint-disable-next-line jest/no-disabled-tests -- the reason is in the title
const describeWithKeycloak = file ? describe : describe.skip;

describeWithKeycloak(
  `the organisation from Keycloak${
    file ? '' : ' (skipped: NERDS_TEST_KEYCLOAK names none that runs)'
  }`,
  () => {
    jest.setTimeout(120_000);

    async function readEntities(): Promise<Entity[]> {
      const keycloak = JSON.parse(readFileSync(file!, 'utf8')) as Keycloak;
      const logger = mockServices.logger.mock();
      const mutations: EntityProviderMutation[] = [];
      const connection: EntityProviderConnection = {
        applyMutation: async mutation => void mutations.push(mutation),
        refresh: async () => {},
      };
      const [provider] = KeycloakOrgEntityProvider.fromConfig(
        {
          config: mockServices.rootConfig({
            data: {
              catalog: {
                providers: {
                  keycloakOrg: {
                    default: {
                      baseUrl: keycloak.baseUrl,
                      realm: keycloak.realm,
                      loginRealm: keycloak.realm,
                      clientId: keycloak.directoryClientId,
                      clientSecret: keycloak.directoryClientSecret,
                    },
                  },
                },
              },
            },
          }),
          logger,
        },
        { schedule: { run: async () => {} } },
      );
      await provider.connect(connection);
      await provider.read({ logger, taskInstanceId: 'test' });
      return mutations.flatMap(mutation =>
        mutation.type === 'full'
          ? mutation.entities.map(({ entity }) => entity)
          : [],
      );
    }

    it('has the people with their groups, and the groups below each other', async () => {
      const entities = await readEntities();
      const find = (ref: string) =>
        entities.find(entity => stringifyEntityRef(entity) === ref);
      expect(find('user:default/jan')).toMatchObject({
        metadata: {
          annotations: { 'keycloak.org/id': expect.any(String) },
        },
        spec: {
          memberOf: ['burgerzaken-balie'],
          profile: { email: 'jan@organisatie.invalid' },
        },
      });
      expect(find('group:default/burgerzaken-balie')?.spec).toMatchObject({
        parent: 'burgerzaken',
      });
      expect(find('group:default/burgerzaken')?.spec).toMatchObject({
        parent: 'gemeente',
        children: ['burgerzaken-balie'],
      });
    });
  },
);
