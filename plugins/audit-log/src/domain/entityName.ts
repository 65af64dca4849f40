import { parseEntityRef } from '@backstage/catalog-model';

/** What an actor can be besides a person or machine of the catalog. */
const OTHER_ACTORS = /^(unknown|plugin:.+)$/;

/**
 * The name in an entity ref, for people: `group:default/burgerzaken` is
 * `burgerzaken`, and a machine in its own namespace keeps that
 * (`machine/build`). A text that is no entity ref stays as it is.
 * @internal
 */
export function toEntityName(entityRef: string): string {
  if (!entityRef.includes('/')) return entityRef;
  try {
    const { namespace, name } = parseEntityRef(entityRef);
    return namespace === 'default' ? name : `${namespace}/${name}`;
  } catch {
    // Accepted loss: shown as it came, so that nothing disappears from the page.
    return entityRef;
  }
}

/**
 * The entity ref that a person means who typed a name.
 *
 * @param kind - of a name without one
 * @internal
 */
export function toEntityRef(text: string, kind: string): string {
  const typed = text.trim().toLocaleLowerCase('en-US');
  if (OTHER_ACTORS.test(typed) || /^[^:]+:[^/]+\/.+$/.test(typed)) return typed;
  const [, name] = /^[^:]+:(.+)$/.exec(typed) ?? [];
  if (name) return `${typed.slice(0, typed.indexOf(':'))}:default/${name}`;
  return typed.includes('/') ? `${kind}:${typed}` : `${kind}:default/${typed}`;
}
