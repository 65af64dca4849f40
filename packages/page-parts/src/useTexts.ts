import { messages as english } from './translations/en';
import dutch from './translations/nl';
import { useLanguage } from './useLanguage';

type Key = keyof typeof english;

/** What a text may leave open. */
type Values = Partial<Record<string, string | number>>;

/**
 * The texts of the parts, in the language of the person.
 *
 * @remarks
 * No translation ref: the texts of one are loaded when they are first asked for,
 * and the whole page waits for that. A dialog or an alert appears in the middle
 * of what somebody does, so its few texts have to be there.
 *
 * @internal
 */
export function useTexts(): (key: Key, values?: Values) => string {
  const messages = useLanguage() === 'nl' ? dutch : english;
  return (key, values = {}) =>
    messages[key].replace(/\{\{(\w+)\}\}/g, (_, name) => `${values[name]}`);
}
