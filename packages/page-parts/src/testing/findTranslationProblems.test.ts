import { findTranslationProblems } from './findTranslationProblems';

describe('findTranslationProblems', () => {
  it('finds nothing wrong with texts that say the same', () => {
    const english = { a: '{{x}} of {{y}}', b: 'Text' };
    const dutch = { a: 'Van {{y}} {{x}}', b: 'Tekst' };
    expect(findTranslationProblems(english, dutch)).toEqual([]);
  });

  it('names each text that is missing, empty, too many or different', () => {
    const english = { missing: 'a', empty: 'b', other: '{{x}}', good: 'c' };
    const dutch = { empty: ' ', other: '{{y}}', good: 'd', extra: 'e' };
    expect(findTranslationProblems(english, dutch)).toEqual([
      'missing is not in both',
      'empty is not in both',
      'other fills in other values',
      'extra is not in both',
    ]);
  });
});
