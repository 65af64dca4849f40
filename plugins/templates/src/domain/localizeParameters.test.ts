import { localizeParameters } from './localizeParameters';

const parameters = {
  title: 'Uw dienst',
  'ui:en': { title: 'Your service' },
  required: ['name'],
  properties: {
    name: {
      title: 'Naam',
      type: 'string',
      'ui:help': 'Kleine letters',
      'ui:en': { title: 'Name', 'ui:help': 'Lower-case letters' },
    },
    level: {
      title: 'Niveau',
      enum: ['low', 'high'],
      enumNames: ['Laag', 'Hoog'],
      'ui:en': { enumNames: ['Low', 'High'] },
    },
  },
  dependencies: {
    level: {
      oneOf: [{ title: 'Een', 'ui:en': { title: 'One' } }, { title: 'Twee' }],
    },
  },
};

describe('localizeParameters', () => {
  it('puts the English texts in the place of the Dutch ones, at every depth', () => {
    expect(localizeParameters(parameters, 'en')).toEqual({
      title: 'Your service',
      required: ['name'],
      properties: {
        name: {
          title: 'Name',
          type: 'string',
          'ui:help': 'Lower-case letters',
        },
        // what has no English text keeps the Dutch one
        level: {
          title: 'Niveau',
          enum: ['low', 'high'],
          enumNames: ['Low', 'High'],
        },
      },
      dependencies: {
        level: { oneOf: [{ title: 'One' }, { title: 'Twee' }] },
      },
    });
  });

  it.each(['nl', 'fy'])(
    'leaves the Dutch texts for %s, without the others',
    language => {
      const text = JSON.stringify(localizeParameters(parameters, language));
      expect(text).toContain('Uw dienst');
      expect(text).not.toContain('ui:en');
      expect(text).not.toContain('Your service');
    },
  );
});
