import { isIP } from 'node:net';
import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * Keys of `meta` that say what an act was about, the most precise first, with
 * what stands before a value that is not an entity ref. `object` is ours; the
 * others are what the plugins of Backstage use.
 */
const OBJECT_KEYS: [key: string, prefix: string | undefined][] = [
  ['object', undefined],
  ['credentialId', 'credential'],
  ['clusterId', 'cluster'],
  ['taskId', 'task'],
  ['entityRef', undefined],
  ['templateRef', undefined],
  ['uid', 'entity'],
  ['locationRef', 'location'],
  ['locationId', 'location'],
  ['location', 'location'],
  ['id', 'id'],
  ['toolName', 'tool'],
  ['name', 'name'],
];

/** Keys of `meta` that say who acted when the caller of the request did not. */
const ACTOR_KEYS = ['actor', 'user', 'createdBy'];

const TEAM_KEYS = ['team', 'teams', 'owner'];

const ADDRESS_KEY = 'address';

/** `kind:namespace/name`, as entity refs are written in full. */
const ENTITY_REF = /^[a-z][a-z\d.-]*:[^\s:/]+\/[^\s:/]+$/i;

function readText(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** What an act was about: an entity ref, or `<type>:<id>`. @internal */
export function findObject(meta: JsonObject): string | undefined {
  for (const [key, prefix] of OBJECT_KEYS) {
    const text = readText(meta[key]);
    if (text) return prefix ? `${prefix}:${text}` : text;
  }
  return undefined;
}

/**
 * Who acted. What the plugin says comes first: it knows for whom it works when
 * there is no request, or when the request is its own.
 *
 * @internal
 */
export function findActor(
  meta: JsonObject,
  options: { actorId: string | undefined; hasRequest: boolean; plugin: string },
): string {
  for (const key of ACTOR_KEYS) {
    const text = readText(meta[key]);
    if (text && ENTITY_REF.test(text)) return text;
  }
  if (options.actorId) return options.actorId;
  return options.hasRequest ? 'unknown' : `plugin:${options.plugin}`;
}

/**
 * From where somebody acted, when the plugin knows better than the request:
 * one part of the portal may have asked another on their behalf.
 *
 * @internal
 */
export function findAddress(meta: JsonObject): string | undefined {
  const text = readText(meta[ADDRESS_KEY]);
  return text && isIP(text) ? text : undefined;
}

/** The teams whose things an act is about. @internal */
export function findTeams(meta: JsonObject): string[] {
  const refs = TEAM_KEYS.flatMap(key => meta[key])
    .map(readText)
    .filter(text => text !== undefined)
    .filter(text => /^group:/i.test(text) && ENTITY_REF.test(text))
    .map(text => text.toLocaleLowerCase('en-US'));
  return [...new Set(refs)].sort();
}

const SUBJECT_KEYS = new Set([
  ...OBJECT_KEYS.map(([key]) => key),
  ...ACTOR_KEYS,
  ...TEAM_KEYS,
  ADDRESS_KEY,
]);

/** The rest of `meta`, without what has a field of its own in the event. @internal */
export function omitSubject(meta: JsonObject): JsonObject {
  const object = findObject(meta);
  return Object.fromEntries(
    Object.entries(meta).filter(([key, value]) => {
      if (!SUBJECT_KEYS.has(key)) return true;
      if (OBJECT_KEYS.every(([name]) => name !== key)) return false;
      // A cluster of which a credential is the object is still worth knowing.
      return object !== value && !object?.endsWith(`:${readText(value)}`);
    }),
  );
}
