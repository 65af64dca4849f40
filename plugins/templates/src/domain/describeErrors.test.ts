import { customizeValidator } from '@rjsf/validator-ajv8';
import ajvErrors from 'ajv-errors';
import type { JsonObject } from '@backstage/types';
import { describeErrors } from './describeErrors';

/** As the form of Backstage makes its own. */
const validator = customizeValidator();
ajvErrors(validator.ajv);

const PAGE = {
  required: ['title', 'email', 'organisation', 'rights'],
  properties: {
    name: { title: 'Naam', type: 'string', minLength: 1 },
    title: { title: 'Titel', type: 'string', minLength: 3, maxLength: 5 },
    email: { title: 'Mailadres', type: 'string', format: 'email' },
    organisation: {
      title: 'Organisatie',
      type: 'object',
      required: ['name', 'uri'],
    },
    rights: { title: 'Wie', type: 'string', enum: ['all', 'some'] },
    personal: { title: 'Persoonsgegevens', type: 'string', default: 'none' },
  },
  dependencies: {
    personal: {
      oneOf: [
        { properties: { personal: { const: 'none' } } },
        {
          properties: {
            personal: { const: 'present' },
            record: {
              title: 'Verwerking',
              type: 'string',
              pattern: '^https://',
              errorMessage: { pattern: 'Begin met https://.' },
            },
          },
        },
      ],
    },
  },
} as unknown as JsonObject;

function describeAll(answers: JsonObject) {
  const { errors } = validator.validateFormData(answers, PAGE as never);
  return describeErrors(errors, [PAGE], ({ key, values }) =>
    [key, ...Object.values(values)].join(' '),
  ).map(({ property, message }) => `${property}: ${message}`);
}

describe('describeErrors', () => {
  it('says of each question once what is wrong, by its title', () => {
    expect(
      describeAll({
        name: '',
        title: 'ab',
        email: 'x',
        organisation: {},
        rights: 'none',
        personal: 'none',
      }),
    ).toEqual([
      '.name: form.required Naam',
      '.title: form.tooShort Titel 3',
      '.email: form.email Mailadres',
      '.organisation: form.required Organisatie',
      '.rights: form.choice Wie',
    ]);
  });

  it('says what is wrong inside the branch, not that no branch fits', () => {
    expect(
      describeAll({
        title: 'abcdef',
        email: 'a@b.nl',
        organisation: { name: 'a', uri: 'b' },
        rights: 'all',
        personal: 'present',
        record: 'http://x',
      }),
    ).toEqual(['.title: form.tooLong Titel 5', '.record: Begin met https://.']);
  });

  it('never lets a form go on that is not right', () => {
    expect(
      describeAll({
        title: 'abcd',
        email: 'a@b.nl',
        organisation: { name: 'a', uri: 'b' },
        rights: 'all',
        personal: 'perhaps',
      }),
    ).toEqual(['.personal: form.wrong Persoonsgegevens']);
  });
});
