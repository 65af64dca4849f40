import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * Key in the parameters, steps and output of a template under which the English
 * texts of an object stand; the object itself has the Dutch ones.
 * @public
 */
export const ENGLISH_TEXTS_KEY = 'ui:en';

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Gives one object the texts of a language, not what is inside it.
 *
 * @param language - `en` for the English texts; any other language gets the Dutch ones
 * @internal
 */
export function localizeTexts<T extends JsonValue>(
  value: T,
  language: string,
): T {
  if (!isObject(value)) return value;
  const { [ENGLISH_TEXTS_KEY]: english, ...own } = value as JsonObject;
  const texts = language === 'en' && isObject(english) ? english : {};
  return { ...own, ...texts } as T;
}

/**
 * Gives the parameters of a template the texts of a language.
 *
 * @remarks
 * What has no English text keeps its Dutch one. The English texts themselves are
 * always taken out: the form would not know what to do with them.
 *
 * @param language - `en` for the English texts; any other language gets the Dutch ones
 * @internal
 */
export function localizeParameters<T extends JsonValue>(
  parameters: T,
  language: string,
): T {
  const localize = (value: JsonValue | undefined): JsonValue | undefined => {
    if (Array.isArray(value)) {
      return value.map(item => localize(item) as JsonValue);
    }
    if (!isObject(value)) return value;
    return Object.fromEntries(
      Object.entries(localizeTexts(value, language)).map(([key, item]) => [
        key,
        localize(item),
      ]),
    );
  };
  return localize(parameters) as T;
}
