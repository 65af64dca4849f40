import type { CatalogSource } from '@nerds/plugin-catalog-sources-common';

/** A run takes seconds to minutes; a page that shows one asks this often. */
const REPEAT_MS = 2_000;

/**
 * Whether a source runs, or is about to because somebody asked.
 *
 * @internal
 */
export function isBusy({
  state,
  requestedAt,
}: Pick<CatalogSource, 'state' | 'requestedAt'>): boolean {
  return state === 'running' || requestedAt !== undefined;
}

/**
 * After how long a page that shows these sources has to load them again;
 * undefined when nothing is going on.
 *
 * @internal
 */
export function toRepeatMs(sources: CatalogSource[]): number | undefined {
  return sources.some(isBusy) ? REPEAT_MS : undefined;
}
