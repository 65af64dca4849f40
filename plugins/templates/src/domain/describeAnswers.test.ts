import type { JsonObject } from '@backstage/types';
import { describeAnswers } from './describeAnswers';

const PAGES = [
  {
    title: 'Uw dienst',
    schema: {
      properties: {
        name: { title: 'Naam', type: 'string' },
        owner: { title: 'Team', type: 'string', 'ui:field': 'ProjectTeam' },
        token: { title: 'Sleutel', 'ui:widget': 'password' },
        note: { title: 'x', 'ui:backstage': { review: { show: false } } },
        code: {
          title: 'Code',
          'ui:backstage': { review: { mask: '***', name: 'Pincode' } },
        },
      },
    },
  },
  {
    title: 'Over de dienst',
    schema: {
      properties: {
        level: {
          title: 'Niveau',
          enum: ['low', 'high'],
          enumNames: ['Laag', 'Hoog'],
        },
        tags: { title: 'Labels', type: 'array', items: { type: 'string' } },
        plan: {
          title: 'Plan',
          type: 'object',
          properties: { tier: { title: 'Prijs' }, size: { title: 'Grootte' } },
        },
        cluster: { title: 'Cluster erbij', type: 'boolean' },
      },
      dependencies: {
        cluster: {
          oneOf: [
            { properties: { cluster: { const: false } } },
            {
              properties: {
                cluster: { const: true },
                region: { title: 'Regio', type: 'string' },
              },
            },
          ],
        },
      },
    },
  },
] as unknown as { title: string; schema: JsonObject }[];

const ANSWERS = {
  cluster: true,
  region: 'local',
  name: 'balie',
  owner: 'group:default/burgerzaken',
  token: 'geheim',
  note: 'n',
  code: '1234',
  level: 'high',
  tags: ['a', 'b'],
  plan: { tier: 'free', size: 'small' },
};

describe('describeAnswers', () => {
  it('tells what was answered in the order and the words of the form', () => {
    expect(describeAnswers(PAGES, ANSWERS)).toEqual([
      {
        title: 'Uw dienst',
        answers: [
          { title: 'Naam', value: { is: 'text', text: 'balie' } },
          {
            title: 'Team',
            value: { is: 'entity', ref: 'group:default/burgerzaken' },
          },
          { title: 'Sleutel', value: { is: 'hidden' } },
          { title: 'Pincode', value: { is: 'text', text: '***' } },
        ],
      },
      {
        title: 'Over de dienst',
        answers: [
          { title: 'Niveau', value: { is: 'text', text: 'Hoog' } },
          { title: 'Labels', value: { is: 'text', text: 'a, b' } },
          { title: 'Prijs', value: { is: 'text', text: 'free' } },
          { title: 'Grootte', value: { is: 'text', text: 'small' } },
          { title: 'Cluster erbij', value: { is: 'yes' } },
          { title: 'Regio', value: { is: 'text', text: 'local' } },
        ],
      },
    ]);
    expect(JSON.stringify(describeAnswers(PAGES, ANSWERS))).not.toMatch(
      /geheim|1234/,
    );
  });

  it('leaves out what is not asked, and shows what is asked and was not answered', () => {
    const [, page] = describeAnswers(PAGES, {
      cluster: false,
      region: 'local',
      tags: [],
    });
    expect(page.answers.map(({ title, value }) => [title, value.is])).toEqual([
      ['Niveau', 'empty'],
      ['Labels', 'empty'],
      ['Plan', 'empty'],
      ['Cluster erbij', 'no'],
    ]);
  });

  it('leaves an answer to the field that shows it in its own way', () => {
    const schema = {
      properties: {
        region: { title: 'Regio', type: 'string', 'ui:field': 'Region' },
        plan: {
          title: 'Plan',
          type: 'object',
          'ui:field': 'Plan',
          properties: { tier: { title: 'Prijs' } },
        },
      },
    } as unknown as JsonObject;
    const describe = (answers: JsonObject) =>
      describeAnswers(
        [{ title: 'Cluster', schema }],
        answers,
        new Set(['Region', 'Plan']),
      )[0].answers;
    expect(describe({ region: 'local', plan: { tier: 'free' } })).toEqual([
      {
        title: 'Regio',
        value: { is: 'own', field: 'Region', answer: 'local' },
      },
      {
        title: 'Plan',
        value: { is: 'own', field: 'Plan', answer: { tier: 'free' } },
      },
    ]);
    expect(describe({ region: '', plan: {} })).toEqual([
      { title: 'Regio', value: { is: 'empty' } },
      { title: 'Prijs', value: { is: 'empty' } },
    ]);
  });
});
