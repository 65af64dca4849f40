import { parseEntityRef } from '@backstage/catalog-model';
import type { AuditEvent } from '@nerds/plugin-audit-log-common';

/** Kinds of things besides entities that have a name for people in `translations`. */
const THINGS = [
  'cluster',
  'task',
  'credential',
  'machine-token',
  'workload-identity',
  'access-review',
  'role-grant',
  'audit-log',
  'request',
  'name',
] as const;

/** One of the kinds that have a name for people. @internal */
export type Thing = (typeof THINGS)[number];

/** What an event is about, taken apart. @internal */
export type AuditObject =
  | { type: 'entity'; kind: string; namespace: string; name: string }
  | { type: 'thing'; thing: Thing; id: string }
  | { type: 'other' };

/**
 * Takes the object of an event apart: an entity ref (`<kind>:<namespace>/<name>`)
 * or `<type>:<id>`.
 * @internal
 */
export function parseObject(object: string): AuditObject {
  const separator = object.indexOf(':');
  const kind = object.slice(0, Math.max(separator, 0));
  const id = object.slice(separator + 1);
  const thing = THINGS.find(candidate => candidate === kind);
  if (thing) return { type: 'thing', thing, id };
  if (kind && /^[^\s/:]+\/[^\s/:]+$/.test(id)) {
    try {
      return { type: 'entity', ...parseEntityRef(object) };
    } catch {
      // Accepted loss: no entity ref after all, so it gets no link.
      return { type: 'other' };
    }
  }
  return { type: 'other' };
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

/** Enough of an id to tell two apart in a list; the whole is in the details. */
const SHORT_ID_CHARACTERS = 8;

/** An id that is short enough for a list: a UUID becomes its first part. @internal */
export function toShortId(id: string): string {
  return /^[\da-f]{8}-[\da-f-]{27}$/i.test(id)
    ? id.slice(0, SHORT_ID_CHARACTERS)
    : id;
}
