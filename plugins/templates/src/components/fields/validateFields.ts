import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { loadTranslate } from '@nerds/form-fields';
import { isNameTaken } from '../../api/isNameTaken';
import type { Organisation } from '../../api/listOrganisations';
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

/** As the schema of the templates has it, which the backend checks. */
const TOOI_URI =
  /^https:\/\/identifier\.overheid\.nl\/tooi\/id\/[a-z_]+\/[A-Za-z0-9_-]+$/;

/** @internal */
export const validateOrganisation: CustomFieldValidator<
  Partial<Organisation>
> = async (organisation, validation, { apiHolder }) => {
  const { name = '', uri = '' } = organisation ?? {};
  if (name.trim() && TOOI_URI.test(uri)) return;
  const t = await loadTranslate(apiHolder, templatesTranslationRef);
  if (!name && !uri) validation.addError(t('organisation.required'));
  else if (!name.trim()) validation.addError(t('organisation.problem.name'));
  else validation.addError(t('organisation.problem.uri'));
};
