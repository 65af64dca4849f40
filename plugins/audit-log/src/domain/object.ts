import { parseEntityRef } from '@backstage/catalog-model';
import type { AuditEvent } from '@nerds/plugin-audit-log-common';

/** What an event is about, taken apart. @internal */
export type AuditObject =
  | { type: 'entity'; kind: string; namespace: string; name: string }
  | { type: 'cluster' | 'task' | 'other'; kind: string; id: string };

/**
 * Takes the object of an event apart: an entity ref (`<kind>:<namespace>/<name>`)
 * or `<type>:<id>`.
 * @internal
 */
export function parseObject(object: string): AuditObject {
  const separator = object.indexOf(':');
  const kind = object.slice(0, Math.max(separator, 0));
  const id = object.slice(separator + 1);
  if (kind === 'cluster') return { type: 'cluster', kind, id };
  if (kind === 'task') return { type: 'task', kind, id };
  if (kind && /^[^/:]+\/[^/:]+$/.test(id)) {
    try {
      return { type: 'entity', ...parseEntityRef(object) };
    } catch {
      // Accepted loss: no entity ref after all, so it gets no link.
      return { type: 'other', kind, id };
    }
  }
  return { type: 'other', kind, id };
}

/**
 * The name that people know the object of an event by, when the event says so:
 * an id says nothing to them.
 * @internal
 */
export function toObjectName(event: AuditEvent): string | undefined {
  const name = event.details?.name;
  return typeof name === 'string' && name !== '' ? name : undefined;
}
