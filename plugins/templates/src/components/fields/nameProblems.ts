import type { TranslationFunction } from '@backstage/frontend-plugin-api';
import {
  PROJECT_NAME_MAX_LENGTH,
  PROJECT_NAME_MIN_LENGTH,
  type ProjectNameProblem,
} from '../../domain/evaluateProjectName';
import type { templatesTranslationRef } from '../../translation';

/** `t` of this plugin's texts. @internal */
export type Translate = TranslationFunction<
  (typeof templatesTranslationRef)['T']
>;

/** What is wrong with a name and what to do about it. @internal */
export function toNameProblemText(
  t: Translate,
  problem: ProjectNameProblem,
): string {
  switch (problem) {
    case 'tooShort':
      return t('name.problem.tooShort', {
        limit: `${PROJECT_NAME_MIN_LENGTH}`,
      });
    case 'tooLong':
      return t('name.problem.tooLong', { limit: `${PROJECT_NAME_MAX_LENGTH}` });
    case 'characters':
      return t('name.problem.characters');
    default:
      return t('name.problem.required');
  }
}
