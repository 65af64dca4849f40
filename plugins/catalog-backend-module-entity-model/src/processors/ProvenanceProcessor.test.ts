import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { ProvenanceProcessor } from './ProvenanceProcessor';

const processor = new ProvenanceProcessor(
  ScmIntegrations.fromConfig(
    new ConfigReader({
      integrations: { gitea: [{ host: 'forge.example.nl' }] },
    }),
  ),
);

const FORGE =
  'https://forge.example.nl/team/x/src/branch/main/catalog-info.yaml';

const process = (metadata: object, type: string, target: string) =>
  processor.preProcessEntity(
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'API',
      metadata: { name: 'api-x', ...metadata },
    },
    { type, target },
  );

describe('the namespace of the registers', () => {
  it.each(['registers', 'Registers'])(
    'is not for who writes a file: %s',
    async namespace => {
      await expect(process({ namespace }, 'url', FORGE)).rejects.toThrow(
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
    const entity = await process({ namespace }, type, target);
    expect(entity.metadata.namespace).toBe(namespace);
  });
});

describe('annotations about a register', () => {
  const metadata = {
    annotations: { 'nerds.overheid.nl/source': 'api-register' },
  };

  it.each(['source', 'source-url', 'source-modified-at', 'archived-at'])(
    'are not for who writes a file: %s',
    async name => {
      const field = `nerds.overheid.nl/${name}`;
      await expect(
        process({ annotations: { [field]: 'api-register' } }, 'url', FORGE),
      ).rejects.toThrow(`metadata.annotations.${field}: `);
    },
  );

  it('stay on what comes from a register', async () => {
    const entity = await process(
      metadata,
      'url',
      'https://apis.developer.overheid.nl/apis/x',
    );
    expect(entity.metadata).toMatchObject(metadata);
  });

  it('are not confused with which forge something was discovered on', async () => {
    const entity = await process(
      { annotations: { 'nerds.overheid.nl/source': 'gitea:projecten' } },
      'url',
      FORGE,
    );
    expect(entity.metadata.name).toBe('api-x');
  });
});
