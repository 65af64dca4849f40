import { type ApiHolder } from '@backstage/frontend-plugin-api';
import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { loadTranslate } from '@nerds/form-fields';
import {
  CLUSTER_PURPOSE_MAX_LENGTH,
  evaluateClusterName,
  type ClusterCheck,
} from '@nerds/plugin-free-tier-common';
import { freeTierApiRef, isFreeTierApiError } from '../../api';
import { findQuota, isFull } from '../../domain/teamQuota';
import {
  toClusterRequest,
  type ClusterFormData,
  type ClusterPlan,
} from '../../domain/clusterForm';
import { freeTierTranslationRef } from '../../translation';
import { toNameProblemText, type Translate } from './nameProblems';

/**
 * The fields of one form are checked one after the other with the same answers;
 * they share one call. Not for longer: the same form may be sent in again after
 * the person changed something elsewhere.
 */
const CHECK_REUSE_MS = 3_000;

const checks = new WeakMap<
  object,
  { startedAt: number; result: Promise<ClusterCheck> }
>();

function checkForm(
  apis: ApiHolder,
  formData: ClusterFormData,
): Promise<ClusterCheck> {
  const earlier = checks.get(formData);
  const now = Date.now();
  if (earlier && now - earlier.startedAt < CHECK_REUSE_MS) {
    return earlier.result;
  }
  const api = apis.get(freeTierApiRef);
  if (!api) throw new Error('The free tier plugin is not installed');
  const result = api.checkCluster(toClusterRequest(formData));
  checks.set(formData, { startedAt: now, result });
  return result;
}

interface FieldRules<T> {
  /** Names of the request's fields that this field fills in. */
  fields: string[];
  /** What can be seen without asking the portal. */
  evaluate: (value: T | undefined, t: Translate) => string | undefined;
}

/**
 * Makes the validator of a field: what is wrong with its form, else what the
 * portal would refuse about it.
 *
 * @remarks
 * When the portal cannot be asked the form does not go on: only the team field
 * says so, or the same sentence would stand under every field.
 */
function createValidator<T>(rules: FieldRules<T>): CustomFieldValidator<T> {
  return async (value, validation, { apiHolder, formData }) => {
    const t = await loadTranslate(apiHolder, freeTierTranslationRef);
    const problem = rules.evaluate(value, t);
    if (problem) {
      validation.addError(problem);
      return;
    }
    try {
      const { problems } = await checkForm(apiHolder, formData);
      problems
        .filter(({ field }) => rules.fields.includes(field))
        .forEach(({ field, code, detail }) =>
          validation.addError(
            (field === 'name' && toNameProblemText(t, code)) || detail,
          ),
        );
    } catch (error) {
      if (!rules.fields.includes('owner')) return;
      validation.addError(
        isFreeTierApiError(error) && error.problem
          ? error.problem.detail
          : t('error.unreachable'),
      );
    }
  };
}

/** @internal */
export const validateOwnTeam = createValidator<string>({
  fields: ['owner', ''],
  evaluate: (owner, t) => (owner ? undefined : t('field.teamRequired')),
});

/** @internal */
export const validateClusterName = createValidator<string>({
  fields: ['name'],
  evaluate: (name, t) => {
    const problem = evaluateClusterName(name ?? '');
    return problem && toNameProblemText(t, problem.code, problem.values);
  },
});

/** @internal */
export const validateClusterTier = createValidator<ClusterPlan>({
  fields: ['tier', 'size'],
  evaluate: (plan, t) =>
    plan?.tier && plan.size ? undefined : t('field.planRequired'),
});

/** @internal */
export const validateClusterRegion = createValidator<string>({
  fields: ['region'],
  evaluate: (region, t) => (region ? undefined : t('field.regionRequired')),
});

/** @internal */
export const validateClusterPurpose = createValidator<string>({
  fields: ['purpose'],
  evaluate: (purpose, t) => {
    if (!purpose?.trim()) return t('field.purposeRequired');
    return [...purpose].length > CLUSTER_PURPOSE_MAX_LENGTH
      ? t('field.purposeTooLong', { limit: `${CLUSTER_PURPOSE_MAX_LENGTH}` })
      : undefined;
  },
});

/**
 * Whether the team has room for the cluster of a project.
 *
 * @internal
 */
export const validateProjectCluster: CustomFieldValidator<boolean> = async (
  isWanted,
  validation,
  { apiHolder, formData },
) => {
  if (!isWanted) return;
  const t = await loadTranslate(apiHolder, freeTierTranslationRef);
  const api = apiHolder.get(freeTierApiRef);
  if (!api) throw new Error('The free tier plugin is not installed');
  try {
    const { owner } = formData as ClusterFormData;
    const teams = await api.listTeams();
    const team = teams.find(candidate => candidate.owner === owner);
    const quota = team && findQuota(team);
    if (quota && isFull(quota)) {
      const values = { team: team.title, limit: `${quota.limit}` };
      validation.addError(t('field.clusterNoRoom', values));
    }
  } catch {
    // Going on without knowing would end in a task that fails half way.
    validation.addError(t('error.unreachable'));
  }
};
