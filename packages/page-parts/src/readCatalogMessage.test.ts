import { readCatalogMessage } from './readCatalogMessage';

const DUTCH = 'Component x klopt niet:\n- spec.owner ontbreekt.';
const ENGLISH = 'Component x is not right:\n- spec.owner is missing.';

it.each([
  ['InputError: ', ''],
  [
    'Processor EntityModelProcessor threw an error while preprocessing; caused by InputError: ',
    '',
  ],
  ['', '\n\nIets anders.'],
])('keeps what is for the person, of %j', (before, after) => {
  const message = `${before}${DUTCH}\n\n${ENGLISH}${after}`;
  expect(readCatalogMessage(message, 'nl')).toBe(DUTCH);
  expect(readCatalogMessage(message, 'en')).toBe(ENGLISH);
});

it.each([
  ['NotFoundError: Error: no such file', 'no such file'],
  ['Processor of words', 'Processor of words'],
  ['Errors are fine: as they are', 'Errors are fine: as they are'],
])('leaves what is in one language: %j', (message, text) => {
  expect(readCatalogMessage(message, 'nl')).toBe(text);
});
