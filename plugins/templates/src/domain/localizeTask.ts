import type { Entity } from '@backstage/catalog-model';
import type { JsonObject, JsonValue } from '@backstage/types';
import { findEnglishTexts } from './findEnglishTexts';
import { localizeTexts } from './localizeParameters';

/** Parts of a task that hold texts of the template; the rest is what the task works with. */
interface TaskTexts {
  steps: object[];
  output?: object;
  templateInfo?: { entity?: Pick<Entity, 'metadata'> };
}

/**
 * Gives a task and its steps the names of a language.
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
    ...(language === 'en' &&
      spec.templateInfo?.entity && {
        templateInfo: withEnglishTitle(spec.templateInfo),
      }),
    ...(spec.output && { output: localizeOutput(spec.output, language) }),
  };
}

/** The title of the template is that of the page of the task. */
function withEnglishTitle(info: NonNullable<TaskTexts['templateInfo']>) {
  const { entity } = info;
  return entity
    ? {
        ...info,
        entity: {
          ...entity,
          metadata: {
            ...entity.metadata,
            ...findEnglishTexts(entity.metadata),
          },
        },
      }
    : info;
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
