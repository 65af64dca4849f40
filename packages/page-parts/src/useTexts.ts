import { messages as english } from './translations/en';
import dutch from './translations/nl';
import { useLanguage } from './useLanguage';

type Key = keyof typeof english;

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
export function useTexts(): (key: Key, values?: { status: number }) => string {
  const messages = useLanguage() === 'nl' ? dutch : english;
  return (key, values) =>
    messages[key].replace('{{status}}', String(values?.status));
}
