import type { LocalizedText } from '@nerds/plugin-free-tier-common';

/**
 * Whether a step has come true on the host cluster; if not, wait and ask again.
 * @internal
 */
export type StepResult =
  | { done: true }
  | {
      done: false;
      /** CamelCase word for machines, for example `QuotaStatusPending`. */
      reason: string;
      message: LocalizedText;
    };
