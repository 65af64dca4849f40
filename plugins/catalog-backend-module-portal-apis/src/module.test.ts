import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  apiEntityV1alpha1Validator,
  type Entity,
} from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
  type EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { parse } from 'yaml';
import { catalogModulePortalApis } from './module';
import { PORTAL_APIS } from './portalApis';

const ROOT = resolve(__dirname, '../../..');

async function provideEntities(): Promise<Entity[]> {
  const addEntityProvider = jest.fn<void, [EntityProvider]>();
  await startTestBackend({
    extensionPoints: [
      [
        catalogProcessingExtensionPoint,
        {
          addEntityProvider,
          addProcessor: jest.fn(),
          addPlaceholderResolver: jest.fn(),
          setOnProcessingErrorHandler: jest.fn(),
        },
      ],
    ],
    features: [
      catalogModulePortalApis,
      mockServices.discovery.mock({
        getExternalBaseUrl: async id => `https://portal.example/api/${id}`,
      }).factory,
    ],
  });
  const applyMutation = jest.fn<Promise<void>, [EntityProviderMutation]>();
  await addEntityProvider.mock.calls[0][0].connect({
    applyMutation,
    refresh: jest.fn(),
  });
  const mutation = applyMutation.mock.calls[0][0];
  return mutation.type === 'full'
    ? mutation.entities.map(({ entity }) => entity)
    : [];
}

describe('catalogModulePortalApis', () => {
  it('shows every API with the description that the backend serves', async () => {
    const entities = await provideEntities();
    expect(entities).toHaveLength(PORTAL_APIS.length);
    for (const [index, { pluginId, packageName }] of PORTAL_APIS.entries()) {
      const entity = entities[index];
      await expect(apiEntityV1alpha1Validator.check(entity)).resolves.toBe(
        true,
      );
      expect(entity.metadata.name).toBe(pluginId);
      expect(entity.metadata.annotations).toMatchObject({
        'backstage.io/managed-by-location': `url:https://portal.example/api/${pluginId}/v1/openapi.json`,
      });
      const file = resolvePackagePath(packageName, 'openapi', 'openapi.yaml');
      expect(entity.spec?.definition).toBe(readFileSync(file, 'utf8'));
      expect(parse(entity.spec?.definition as string).servers[0].url).toBe(
        `/api/${pluginId}/v1`,
      );
    }
  });

  it('leaves out no API of the portal', () => {
    const described = globSync('plugins/*/openapi/openapi.yaml', { cwd: ROOT });
    expect(PORTAL_APIS.map(({ packageName }) => packageName).sort()).toEqual(
      described.map(file => `@nerds/plugin-${file.split('/')[1]}`).sort(),
    );
    const portal = parse(
      readFileSync(resolve(ROOT, 'catalog-info.yaml'), 'utf8'),
    );
    expect([...portal.spec.providesApis].sort()).toEqual(
      PORTAL_APIS.map(({ pluginId }) => `api:default/${pluginId}`).sort(),
    );
  });
});
