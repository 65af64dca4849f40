import type { JsonObject } from '@backstage/types';

/** Who the organisation is, for a directory that can tell. */
export const TOOI_URI =
  'https://identifier.overheid.nl/tooi/id/gemeente/gm9999';
export const OIN = '00000001999999990000';

/** The people and teams of a directory. */
export interface Organisation {
  /** Names to show by user name; not everybody has one. */
  people: Record<string, string>;
  /** By name. */
  teams: Record<string, { members: string[]; parent?: string }>;
}

/** Not every server knows each; `half`: it breaks off after the first page. */
export type DirectoryFailure = 'half' | 'refused' | 'quota' | 'silence';

/** A server on this machine that the catalog reads people and teams from. */
export interface Directory {
  organisation: Organisation;
  failure?: DirectoryFailure;
  /** What the portal gets in with. */
  readonly secret: string;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** From now on nobody listens at its address. */
  goDown(): Promise<void>;
  /** How the portal is told of it, under `catalog.providers`; its id is `proef`. */
  buildProviders(schedule: JsonObject): JsonObject;
}

/** Of a municipality; the names end in `tag`, for a name has one source. */
export function buildOrganisation(tag: string): Organisation {
  const named = (name: string) => `${name}-${tag}`;
  return {
    people: {
      [named('an')]: 'An de Vries',
      [named('bram')]: 'Bram Bakker',
      [named('cees')]: 'Cees',
      [named('dina')]: 'Dina Özdemir',
      [named('eva')]: 'Eva "E" O\'Brien',
    },
    teams: {
      [named('burgerzaken')]: { members: [named('an'), named('bram')] },
      [named('balie')]: {
        members: [named('cees')],
        parent: named('burgerzaken'),
      },
      [named('vergunningen')]: {
        members: [named('an'), named('dina'), named('eva')],
      },
    },
  };
}
