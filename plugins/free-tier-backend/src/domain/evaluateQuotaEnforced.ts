import type { StepResult } from './StepResult';
import { areQuantitiesEqual } from './quantity';

/** The parts of a live ResourceQuota that matter here. @internal */
export interface LiveResourceQuota {
  spec?: { hard?: Record<string, string> };
  status?: {
    hard?: Record<string, string>;
    used?: Record<string, string>;
  };
}

/**
 * Whether the quota really limits.
 *
 * @remarks
 * Admission goes by `status.hard`, which Kubernetes' quota controller fills in
 * a moment after the quota is made; until then a quota limits nothing, and a
 * key without `status.used` refuses everything.
 *
 * @param wanted - `spec.hard` as it should be
 * @param quota - as it is; `undefined` when it is not there
 * @internal
 */
export function evaluateQuotaEnforced(
  wanted: Record<string, string>,
  quota: LiveResourceQuota | undefined,
): StepResult {
  if (!quota || !areQuantitiesEqual(wanted, quota.spec?.hard ?? {})) {
    return {
      done: false,
      reason: 'QuotaNotApplied',
      message: {
        nl: 'Het quotum op de Kubernetes-omgeving is niet zoals het hoort; het wordt opnieuw ingesteld.',
        en: 'The quota on the host cluster is not as it should be; it is being set again.',
      },
    };
  }
  const { hard = {}, used = {} } = quota.status ?? {};
  if (
    !areQuantitiesEqual(wanted, hard) ||
    !Object.keys(wanted).every(key => key in used)
  ) {
    return {
      done: false,
      reason: 'QuotaStatusPending',
      message: {
        nl: 'Kubernetes is het quotum nog aan het tellen.',
        en: 'Kubernetes is still counting the quota.',
      },
    };
  }
  return { done: true };
}
