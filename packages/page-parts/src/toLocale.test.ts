import { toLocale } from './toLocale';

it.each([
  ['en', ['nl-NL', 'en-US', 'en-GB'], 'en-US'],
  ['en', ['nl-NL', 'nl'], 'en-GB'],
  ['en', ['en'], 'en-GB'],
  ['nl', ['en-GB', 'nl-BE'], 'nl-BE'],
  ['nl', [], 'nl-NL'],
] as const)(
  'writes %s for who prefers %j as %s',
  (language, preferred, locale) => {
    expect(toLocale(language, preferred)).toBe(locale);
  },
);

it('follows the browser', () => {
  const [own] = window.navigator.languages;
  expect(own).toMatch(/^en-/);
  expect(toLocale('en')).toBe(own);
});
