import { localizeTask } from './localizeTask';

const task = {
  apiVersion: 'scaffolder.backstage.io/v1beta3' as const,
  parameters: { name: 'balie' },
  templateInfo: {
    entityRef: 'template:default/dienst',
    entity: {
      metadata: {
        name: 'dienst',
        title: 'Nieuwe dienst',
        annotations: { 'nerds.overheid.nl/title-en': 'New service' },
      },
    },
  },
  steps: [
    {
      id: 'publish',
      name: 'Repository maken',
      'ui:en': { name: 'Make the repository' },
      action: 'forge:publish-repository',
      input: { values: { 'ui:en': { name: 'of the project' } } },
    },
    { id: 'docs', name: 'Documentatie bouwen', action: 'techdocs:build' },
  ],
  output: {
    links: [
      {
        title: 'Open de repository',
        url: 'https://forge.example/balie',
        'ui:en': { title: 'Open the repository' },
      },
    ],
    text: [{ title: 'Klaar', content: 'Ja', 'ui:en': { content: 'Yes' } }],
    count: 2,
  },
};

describe('localizeTask', () => {
  it('puts the English names of steps, links and texts in the place of the Dutch ones', () => {
    expect(localizeTask(task, 'en')).toEqual({
      ...task,
      templateInfo: {
        entityRef: 'template:default/dienst',
        entity: {
          metadata: {
            ...task.templateInfo.entity.metadata,
            title: 'New service',
          },
        },
      },
      steps: [
        {
          id: 'publish',
          name: 'Make the repository',
          action: 'forge:publish-repository',
          // what a step works with is its own, whatever it is called
          input: { values: { 'ui:en': { name: 'of the project' } } },
        },
        { id: 'docs', name: 'Documentatie bouwen', action: 'techdocs:build' },
      ],
      output: {
        links: [
          { title: 'Open the repository', url: 'https://forge.example/balie' },
        ],
        text: [{ title: 'Klaar', content: 'Yes' }],
        count: 2,
      },
    });
  });

  it('leaves the Dutch names to who reads Dutch', () => {
    const { steps, output, templateInfo } = localizeTask(task, 'nl');
    expect(templateInfo).toEqual(task.templateInfo);
    expect(steps[0]).toMatchObject({ name: 'Repository maken' });
    expect(output.links[0]).toEqual({
      title: 'Open de repository',
      url: 'https://forge.example/balie',
    });
  });
});
