import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { loadTranslate } from '@nerds/form-fields';
import { isNameTaken } from '../../api/isNameTaken';
import { evaluateProjectName } from '../../domain/evaluateProjectName';
import { templatesTranslationRef } from '../../translation';
import { toNameProblemText } from './nameProblems';

/** @internal */
export const validateProjectName: CustomFieldValidator<string> = async (
  name,
  validation,
  { apiHolder },
) => {
  const t = await loadTranslate(apiHolder, templatesTranslationRef);
  const problem = evaluateProjectName(name ?? '');
  if (problem) {
    validation.addError(toNameProblemText(t, problem));
    return;
  }
  const catalogApi = apiHolder.get(catalogApiRef);
  if (!catalogApi) throw new Error('The catalog is not installed');
  try {
    if (await isNameTaken(catalogApi, name)) {
      validation.addError(t('name.problem.taken'));
    }
  } catch {
    // Going on without knowing would end in a task that fails half way.
    validation.addError(t('name.problem.unreachable'));
  }
};

/** @internal */
export const validateProjectTeam: CustomFieldValidator<string> = async (
  owner,
  validation,
  { apiHolder },
) => {
  if (owner) return;
  const t = await loadTranslate(apiHolder, templatesTranslationRef);
  validation.addError(t('team.required'));
};
