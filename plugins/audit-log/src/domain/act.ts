import type { AuditEvent } from '@nerds/plugin-audit-log-common';
import type { messages } from '../translations/en';

type ActKey = Extract<keyof typeof messages, `act.${string}`>;

/**
 * Acts that the portal records, each with a sentence in `translations`. An act
 * of a plugin that was added is shown by its technical name.
 *
 * @remarks
 * Backstage's own plugins name one act for several things and say in
 * `actionType` which; those are not acts of their own.
 *
 * @internal
 */
export const KNOWN_ACTS = [
  'free-tier.cluster-create',
  'free-tier.cluster-delete',
  'free-tier.cluster-retry',
  'free-tier.kubeconfig-issue',
  'free-tier.kubeconfig-revoke',
  'free-tier.fetch',
  'catalog.entity-fetch',
  'catalog.entity-facets',
  'catalog.entity-mutate',
  'catalog.entity-validate',
  'catalog.location-fetch',
  'catalog.location-mutate',
  'catalog.location-analyze',
  'scaffolder.task',
  'scaffolder.template-parameter-schema',
  'scaffolder.action-fetch',
] as const;

/** The key of the sentence of an act, when it has one. @internal */
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
