import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { RegisterNamespaceProcessor } from './RegisterNamespaceProcessor';

const processor = new RegisterNamespaceProcessor(
  ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: { gitea: [{ host: 'forge.example.nl' }] },
    }),
  ),
);

const FORGE =
  'https://forge.example.nl/team/x/src/branch/main/catalog-info.yaml';

const process = (namespace: string | undefined, type: string, target: string) =>
  processor.preProcessEntity(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'API',
      metadata: { name: 'api-x', namespace },
    },
    { type, target },
  );

describe('the namespace of the registers', () => {
  it.each(['registers', 'Registers'])(
    'is not for who writes a file: %s',
    async namespace => {
      await expect(process(namespace, 'url', FORGE)).rejects.toThrow(
        /metadata\.namespace.*Choose another/,
      );
    },
  );

  it.each([
    ['registers', 'url', 'https://apis.developer.overheid.nl/apis/x'],
    ['registers', 'file', '/srv/portaal/catalog-info.yaml'],
    ['team', 'url', FORGE],
    [undefined, 'url', FORGE],
  ])('%s may come from %s %s', async (namespace, type, target) => {
    const entity = await process(namespace, type, target);
    expect(entity.metadata.namespace).toBe(namespace);
  });
});
