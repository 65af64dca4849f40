import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import {
  CLUSTER_NAME_MAX_LENGTH,
  CLUSTER_NAME_MIN_LENGTH,
} from '@nerds/plugin-free-tier-common';
import type { freeTierTranslationRef } from '../../translation';

/** `t` of this plugin's texts. @internal */
export type Translate = TranslationFunction<
  (typeof freeTierTranslationRef)['T']
>;

/**
 * The sentence of a problem with the name, in the words of the form (the API's
 * own sentence calls the field by its technical name).
 *
 * @returns `undefined` for a code that the form has no words for
 * @internal
 */
export function toNameProblemText(
  t: Translate,
  code: string,
  values: Record<string, string | number> = {},
): string | undefined {
  switch (code) {
    case 'field-required':
      return t('name.field-required');
    case 'field-too-long':
      return t('name.field-too-long', {
        limit: `${values.limit ?? CLUSTER_NAME_MAX_LENGTH}`,
      });
    case 'name-too-short':
      return t('name.name-too-short', {
        limit: `${values.limit ?? CLUSTER_NAME_MIN_LENGTH}`,
      });
    case 'name-characters':
      return t('name.name-characters');
    case 'name-reserved':
      return t('name.name-reserved');
    case 'name-taken':
      return t('name.name-taken');
    default:
      return undefined;
  }
}
