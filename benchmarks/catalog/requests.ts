import type { HttpClient } from '../httpJson.ts';
import { toTeamName } from './entities.ts';

/** Somebody who signed in. */
export interface Person {
  token: string;
  /** Entity refs of the person and the teams. */
  ownedBy: string[];
}

/** Which of the two is asked. */
export type BackendName = 'portal' | 'backstage';

/** What a page of the portal asks at one moment, for a person, the n-th time. */
export interface Question {
  title: string;
  /** Paths that the page asks for at the same time; done when all are answered. */
  toPaths(backend: BackendName, person: Person, turn: number): string[];
}

function toQuery(filter: Record<string, string[]>, more: string[]): string {
  const clause = Object.entries(filter)
    .flatMap(([key, values]) => values.map(value => `${key}=${value}`))
    .map(encodeURIComponent)
    .join(',');
  return `/api/catalog/entities/by-query?filter=${clause}&${more.join('&')}`;
}

/** What people choose in the list: all components, their own, and with facets. */
function toFilter(person: Person, turn: number): Record<string, string[]> {
  const filters: Record<string, string[]>[] = [
    { kind: ['component'] },
    { kind: ['component'], 'relations.ownedBy': person.ownedBy },
    { kind: ['api'] },
    {
      kind: ['component'],
      'spec.type': ['service'],
      'metadata.tags': ['java'],
    },
    {
      kind: ['component'],
      'relations.ownedby': [0, 1, 2].map(
        index => `group:default/${toTeamName(index)}`,
      ),
    },
  ];
  return filters[turn % filters.length];
}

/** The list of the catalog page: a page of entities, and beside it how many there are. */
const LIST: Question = {
  title: 'list',
  toPaths: (_backend, person, turn) => {
    const filter = toFilter(person, turn);
    const order = 'orderField=metadata.name%2Casc';
    return [
      toQuery(filter, ['limit=20', order, 'totalItems=exclude']),
      toQuery(filter, ['limit=0', order]),
    ];
  },
};

const FACET_PATHS = [
  'spec.type',
  'relations.ownedBy',
  'spec.lifecycle',
  'metadata.tags',
];

function toFacetPath(facets: string[], kind?: string): string {
  const query = [
    ...facets.map(facet => `facet=${facet}`),
    ...(kind ? [`filter=kind%3D${kind}`] : []),
  ];
  return `/api/catalog/entity-facets?${query.join('&')}`;
}

const toKind = (turn: number) => (turn % 3 === 0 ? 'api' : 'component');

/** What the page asks: the portal's for all facets of a kind together, each picker of Backstage for itself. */
const FACETS: Question = {
  title: 'facets',
  toPaths: (backend, _person, turn) => [
    toFacetPath(['kind']),
    ...(backend === 'portal'
      ? [toFacetPath(FACET_PATHS, toKind(turn))]
      : FACET_PATHS.map(path => toFacetPath([path], toKind(turn)))),
  ],
};

/** The very same call to both. */
const FACET: Question = {
  title: 'one facet',
  toPaths: (_backend, _person, turn) => [
    toFacetPath([FACET_PATHS[turn % FACET_PATHS.length]], toKind(turn)),
  ],
};

/** From one document up to many. */
const TERMS = [
  'n1234',
  'aanvraag parkeren',
  'paspoorten',
  'vergunning',
  'loket',
];

const SEARCH: Question = {
  title: 'search',
  toPaths: (backend, _person, turn) => {
    const term = encodeURIComponent(TERMS[turn % TERMS.length]);
    return [
      backend === 'portal'
        ? `/api/search/v1/results?q=${term}&page=1`
        : `/api/search/query?term=${term}`,
    ];
  },
};

export const QUESTIONS = [LIST, FACETS, FACET, SEARCH];

/** How long a person waits until everything that was asked is there, in milliseconds. */
export async function ask(
  client: HttpClient,
  paths: string[],
  token: string,
): Promise<number> {
  const startedAt = performance.now();
  await Promise.all(paths.map(path => client.expect([200], { path, token })));
  return performance.now() - startedAt;
}
