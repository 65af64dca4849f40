import { parseEntityRef } from '@backstage/catalog-model';

/**
 * The name in an entity ref, for people: `group:default/burgerzaken` is
 * `burgerzaken`. A text that is no entity ref stays as it is.
 * @internal
 */
export function toEntityName(entityRef: string): string {
  try {
    return parseEntityRef(entityRef).name;
  } catch {
    // Accepted loss: shown as it came, so that nothing disappears from the page.
    return entityRef;
  }
}
