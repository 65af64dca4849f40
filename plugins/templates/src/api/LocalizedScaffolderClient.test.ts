import type { Entity } from '@backstage/catalog-model';
import { ScmIntegrations } from '@backstage/integration';
import { ConfigReader } from '@backstage/config';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { LocalizedScaffolderClient } from './LocalizedScaffolderClient';

const TEMPLATE: Entity = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: {
    name: 'dienst',
    title: 'Nieuwe dienst',
    annotations: {
      'nerds.overheid.nl/title-en': 'New service',
      'nerds.overheid.nl/description-en': 'A service with an API.',
    },
  },
};

const ANSWER = {
  title: 'Nieuwe dienst',
  description: 'Een dienst met een API.',
  presentation: { buttonLabels: { createButtonText: 'Maken' } },
  steps: [
    {
      title: 'Uw dienst',
      schema: {
        title: 'Uw dienst',
        'ui:en': { title: 'Your service' },
        properties: {
          name: { title: 'Naam', 'ui:en': { title: 'Name' } },
        },
      },
    },
  ],
};

function createClient(
  language: string,
  catalogApi = catalogApiMock({ entities: [TEMPLATE] }),
) {
  const requested: string[] = [];
  const client = new LocalizedScaffolderClient({
    appLanguageApi: {
      getLanguage: () => ({ language }),
    } as ConstructorParameters<
      typeof LocalizedScaffolderClient
    >[0]['appLanguageApi'],
    catalogApi,
    discoveryApi: {
      getBaseUrl: async () => 'http://portal.example/api/scaffolder',
    },
    fetchApi: {
      fetch: async input => {
        requested.push(String(input));
        return Response.json(ANSWER);
      },
    },
    scmIntegrationsApi: ScmIntegrations.fromConfig(new ConfigReader({})),
  });
  return { client, requested };
}

const REF = 'template:default/dienst';

describe('LocalizedScaffolderClient', () => {
  it('gives the form its English texts, with the title of the entity and without Dutch buttons', async () => {
    const { client, requested } = createClient('en');
    await expect(client.getTemplateParameterSchema(REF)).resolves.toEqual({
      title: 'New service',
      description: 'A service with an API.',
      presentation: {},
      steps: [
        {
          title: 'Your service',
          schema: {
            title: 'Your service',
            properties: { name: { title: 'Name' } },
          },
        },
      ],
    });
    expect(requested).toEqual([
      expect.stringContaining('/default/template/dienst/parameter-schema'),
    ]);
  });

  it('leaves the Dutch texts to who reads Dutch', async () => {
    const { client } = createClient('nl');
    await expect(client.getTemplateParameterSchema(REF)).resolves.toEqual({
      ...ANSWER,
      steps: [
        {
          title: 'Uw dienst',
          schema: {
            title: 'Uw dienst',
            properties: { name: { title: 'Naam' } },
          },
        },
      ],
    });
  });

  it('shows the form with a Dutch title when the catalog is away', async () => {
    const away = catalogApiMock.mock({
      getEntityByRef: async () => {
        throw new TypeError('Failed to fetch');
      },
    });
    const schema = await createClient(
      'en',
      away as never,
    ).client.getTemplateParameterSchema(REF);
    expect(schema.title).toBe('Nieuwe dienst');
    expect(schema.steps[0].title).toBe('Your service');
  });
});
