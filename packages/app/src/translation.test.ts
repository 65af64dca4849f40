import { messages as english } from './translations/en';
import dutch from './translations/nl';

const placeholders = (text: string) =>
  [...text.matchAll(/{{\s*(\w+)\s*}}/g)].map(match => match[1]).sort();

describe('the texts of the portal', () => {
  it('are complete in Dutch, with nothing too many', () => {
    expect(Object.keys(dutch).sort()).toEqual(Object.keys(english).sort());
  });

  it.each(Object.entries(english))(
    '%s is not empty and fills in the same values in both languages',
    (key, text) => {
      const translated = dutch[key as keyof typeof dutch];
      expect(text.trim()).not.toBe('');
      expect(translated.trim()).not.toBe('');
      expect(placeholders(translated)).toEqual(placeholders(text));
    },
  );

  it('address people formally in Dutch, as the rest of the portal does', () => {
    expect(
      Object.values(dutch).filter(text => /\b(je|jij|jou|jouw)\b/i.test(text)),
    ).toEqual([]);
  });
});
