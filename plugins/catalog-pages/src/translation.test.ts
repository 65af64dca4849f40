import { findTranslationProblems } from '@nerds/page-parts/testUtils';
import { messages as english } from './translations/en';
import dutch from './translations/nl';

it('says everything in Dutch and in English, with the same values', () => {
  expect(findTranslationProblems(english, dutch)).toEqual([]);
});
