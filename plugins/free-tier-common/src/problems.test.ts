import { PROBLEM_CODES, formatProblem, type ProblemCode } from './problems';

const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(match => match[1]).sort();

describe('PROBLEM_CODES', () => {
  it.each(Object.keys(PROBLEM_CODES) as ProblemCode[])(
    'says the same in Dutch and English about %s',
    code => {
      const { nl, en } = PROBLEM_CODES[code];
      expect(placeholders(nl)).toEqual(placeholders(en));
      expect(nl).not.toBe(en);
    },
  );
});

describe('formatProblem', () => {
  it('fills in the values', () => {
    expect(formatProblem('field-required', 'nl', { field: 'name' })).toBe(
      'Vul het veld “name” in.',
    );
  });

  it('leaves what a person typed as it is, also when it looks like a placeholder', () => {
    expect(
      formatProblem('name-reserved', 'en', {
        value: '{reserved} $& $1',
        reserved: 'x',
      }),
    ).toBe('The field “name” must not be “{reserved} $& $1”: x is reserved.');
  });
});
