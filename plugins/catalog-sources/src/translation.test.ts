import { messages as english } from './translations/en';
import dutch from './translations/nl';

const keys = Object.keys(english) as (keyof typeof english)[];

function toPlaceholders(text: string): string[] {
  return (text.match(/\{\{\w+\}\}/g) ?? []).sort();
}

it('says everything in Dutch and in English', () => {
  expect(Object.keys(dutch).sort()).toEqual([...keys].sort());
  const empty = keys.filter(key => !english[key].trim() || !dutch[key].trim());
  expect(empty).toEqual([]);
});

it('fills in the same values in both languages', () => {
  const different = keys.filter(
    key =>
      toPlaceholders(english[key]).join() !== toPlaceholders(dutch[key]).join(),
  );
  expect(different).toEqual([]);
});
