import { readFile } from 'node:fs/promises';
import {
  resolvePackagePath,
  type BackendFeature,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { apiEntityV1alpha1Validator } from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
  type EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { catalogModuleFreeTier } from './module';

async function providedEntities(features: BackendFeature[] = []) {
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
    features: [catalogModuleFreeTier, ...features],
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

describe('catalogModuleFreeTier', () => {
  it('shows the API with the description that the backend serves', async () => {
    const [entity] = await providedEntities([
      mockServices.discovery.mock({
        getExternalBaseUrl: async id => `https://portal.example/api/${id}`,
      }).factory,
    ]);

    await expect(apiEntityV1alpha1Validator.check(entity)).resolves.toBe(true);
    expect(entity.metadata.annotations).toMatchObject({
      'backstage.io/managed-by-location':
        'url:https://portal.example/api/free-tier/v1/openapi.json',
    });
    expect(entity.spec?.definition).toBe(
      await readFile(
        resolvePackagePath(
          '@nerds/plugin-free-tier-backend',
          'openapi/openapi.yaml',
        ),
        'utf8',
      ),
    );
  });
});
