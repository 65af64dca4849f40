import { findTranslationProblems } from './testing/findTranslationProblems';
import { messages as english } from './translations/en';
import dutch from './translations/nl';

it('says everything in Dutch and in English, with the same values', () => {
  expect(findTranslationProblems(english, dutch)).toEqual([]);
});
