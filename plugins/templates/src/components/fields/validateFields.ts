import {
  translationApiRef,
  type ApiHolder,
} from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { isNameTaken } from '../../api/isNameTaken';
import { evaluateProjectName } from '../../domain/evaluateProjectName';
import { templatesTranslationRef } from '../../translation';
import { toNameProblemText, type Translate } from './nameProblems';

/** The texts in the person's language; waits until they are loaded. */
async function loadTranslate(apis: ApiHolder): Promise<Translate> {
  const translations = apis.get(translationApiRef);
  if (!translations) throw new Error('The portal has no translations');
  const snapshot = translations.getTranslation(templatesTranslationRef);
  if (snapshot.ready) return snapshot.t;
  return new Promise(resolve => {
    const subscription = translations
      .translation$(templatesTranslationRef)
      .subscribe(next => {
        if (!next.ready) return;
        resolve(next.t);
        subscription.unsubscribe();
      });
  });
}

/** @internal */
export const validateProjectName: CustomFieldValidator<string> = async (
  name,
  validation,
  { apiHolder },
) => {
  const t = await loadTranslate(apiHolder);
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
  const t = await loadTranslate(apiHolder);
  validation.addError(t('team.required'));
};
