import type { JsonObject, JsonValue } from '@backstage/types';
import { localizeTexts } from './localizeParameters';

/** Parts of a task that hold texts of the template; the rest is what the task works with. */
interface TaskTexts {
  steps: object[];
  output?: object;
}

/**
 * Gives the steps of a task the names of a language.
 *
 * @remarks
 * Only the step itself is looked at: its input may hold anything, also something
 * that happens to be called the same.
 *
 * @param language - `en` for the English texts; any other language gets the Dutch ones
 * @internal
 */
export function localizeTask<T extends TaskTexts>(
  spec: T,
  language: string,
): T {
  return {
    ...spec,
    steps: spec.steps.map(step => localizeTexts(step as JsonObject, language)),
    ...(spec.output && { output: localizeOutput(spec.output, language) }),
  };
}

/**
 * Gives the links and texts at the end of a task those of a language.
 *
 * @internal
 */
export function localizeOutput<T extends object>(
  output: T,
  language: string,
): T {
  return Object.fromEntries(
    Object.entries(output as JsonObject).map(([key, value]) => [
      key,
      ['links', 'text'].includes(key) && Array.isArray(value)
        ? value.map(item => localizeTexts(item as JsonValue, language))
        : value,
    ]),
  ) as T;
}
