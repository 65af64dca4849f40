import type { AuditEvent } from '@nerds/plugin-audit-log-common';
import type { messages } from '../translations/en';

type ActKey = Extract<keyof typeof messages, `act.${string}`>;

/**
 * Acts that the portal records, by plugin, the most telling first. Each has
 * words in `translations`; an act that is not here is shown by its technical
 * name.
 *
 * @remarks
 * Backstage's own plugins name one act for several things and say in
 * `actionType` which; those have words too and are not acts of their own.
 *
 * @internal
 */
export const KNOWN_ACTS = {
  'free-tier': [
    'cluster-create',
    'cluster-delete',
    'cluster-retry',
    'kubeconfig-issue',
    'kubeconfig-revoke',
    'fetch',
  ],
  catalog: [
    'entity-mutate',
    'location-mutate',
    'entity-fetch',
    'entity-facets',
    'entity-validate',
    'location-fetch',
    'location-analyze',
  ],
  'catalog-sources': ['run-create', 'fetch'],
  techdocs: ['docs-build'],
  scaffolder: ['task', 'template-parameter-schema', 'action-fetch'],
  access: [
    'role-grant-create',
    'role-grant-revoke',
    'access-review-start',
    'access-review-refresh',
    'access-review-complete',
    'access-confirm',
    'access-revoke',
    'fetch',
  ],
  'machine-access': [
    'machine-token-create',
    'machine-token-revoke',
    'machine-token-use',
    'workload-identity-use',
    'machine-tokens-read',
    'machine-token-read',
    'workload-identities-read',
  ],
  auth: ['sign-in', 'sign-out', 'session-refresh'],
  'audit-log': ['event-export', 'chain-verify', 'event-expire', 'event-fetch'],
  'front-door': ['request-refused', 'requests-refused', 'change'],
} as const;

/** A plugin of {@link KNOWN_ACTS}. @internal */
export type ActingPlugin = keyof typeof KNOWN_ACTS;

/** The key of the words of an act, when it has any. @internal */
export function toActKey(
  event: Pick<AuditEvent, 'act' | 'details'>,
  known: object,
): ActKey | undefined {
  const candidates = [
    `act.${event.act}.${String(event.details?.actionType)}`,
    `act.${event.act}`,
  ];
  return candidates.find(key => Object.hasOwn(known, key)) as
    | ActKey
    | undefined;
}
