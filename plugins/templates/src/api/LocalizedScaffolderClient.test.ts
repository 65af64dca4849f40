import type { Entity } from '@backstage/catalog-model';
import { ScmIntegrations } from '@backstage/integration';
import { ConfigReader } from '@backstage/config';
import { mockApis } from '@backstage/frontend-test-utils';
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
  answer: () => Response = () => Response.json(ANSWER),
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
        return answer();
      },
    },
    identityApi: mockApis.identity(),
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

  describe('of a task', () => {
    const OUTPUT = {
      links: [
        { title: 'Open', url: '/x', 'ui:en': { title: 'Open it' } },
        { title: 'Zonder', url: '/y' },
      ],
    };
    const TASK = {
      id: '1',
      status: 'completed',
      spec: {
        steps: [
          {
            id: 'content',
            name: 'Dienst maken',
            'ui:en': { name: 'Make the service' },
          },
        ],
        output: OUTPUT,
      },
    };

    it.each([
      ['en', 'Make the service', 'Open it'],
      ['nl', 'Dienst maken', 'Open'],
    ])('gives its steps their names in %s', async (language, name, title) => {
      const { client } = createClient(language, undefined, () =>
        Response.json(TASK),
      );
      const { spec } = await client.getTask('1');
      expect(spec.steps).toEqual([{ id: 'content', name }]);
      expect(spec.output).toMatchObject({ links: [{ title, url: '/x' }, {}] });
      expect(JSON.stringify(spec.output)).not.toContain('ui:en');
    });

    it.each([
      ['en', 'New service'],
      ['nl', 'Nieuwe dienst'],
    ])(
      'lists it by the title of its template in %s',
      async (language, title) => {
        const spec = { ...TASK.spec, templateInfo: { entity: TEMPLATE } };
        const { client } = createClient(language, undefined, () =>
          Response.json({ tasks: [{ ...TASK, spec }], totalTasks: 1 }),
        );
        const { tasks, totalTasks } = await client.listTasks({
          filterByOwnership: 'owned',
        });
        const titles = tasks.map(
          task => task.spec.templateInfo?.entity?.metadata.title,
        );
        expect([titles, totalTasks]).toEqual([[title], 1]);
      },
    );

    it('gives its end its texts, and leaves the log as it is', async () => {
      const events = [
        { id: 1, type: 'log', body: { message: 'Begin', stepId: 'content' } },
        { id: 2, type: 'completion', body: { message: 'Ja', output: OUTPUT } },
      ];
      const { client } = createClient('en', undefined, () => {
        const text = events
          .map(
            event => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`,
          )
          .join('');
        return new Response(text, {
          headers: { 'Content-Type': 'text/event-stream' },
        });
      });
      const received = await new Promise<unknown[]>((resolve, reject) => {
        const all: unknown[] = [];
        client.streamLogs({ taskId: '1' }).subscribe({
          next: event => all.push(event),
          error: reject,
          complete: () => resolve(all),
        });
      });
      expect(received).toEqual([
        events[0],
        {
          ...events[1],
          body: {
            message: 'Ja',
            output: {
              links: [
                { title: 'Open it', url: '/x' },
                { title: 'Zonder', url: '/y' },
              ],
            },
          },
        },
      ]);
    });
  });
});
