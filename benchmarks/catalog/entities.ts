/** As much of an entity as is made here. */
export interface GeneratedEntity {
  apiVersion: string;
  kind: string;
  metadata: {
    name: string;
    title?: string;
    description?: string;
    annotations: Record<string, string>;
    tags?: string[];
    links?: { url: string; title: string }[];
  };
  spec: Record<string, unknown>;
}

/** Every tenth thing is for its own team alone, so that the rights have work to do. */
const SET_APART_EVERY = 10;

const SUBJECTS =
  `vergunningen gemeenten parkeren belastingen toeslagen paspoorten
  rijbewijzen adressen gebouwen wegen water natuur onderwijs zorg subsidies
  bedrijven personen voertuigen grondstoffen luchtkwaliteit`.split(/\s+/);

const THINGS = `aanvraag registratie koppeling overzicht loket besluit controle
  publicatie statistiek archief`.split(/\s+/);

const TAGS =
  `java kotlin python typescript go dotnet postgresql rest graphql soap
  events batch open-data geo webapp mobiel intern keten common-ground haven
  nl-design-system basisregistratie zaakgericht koppelvlak rapportage`.split(
    /\s+/,
  );

const COMPONENT_TYPES = ['service', 'service', 'website', 'library'];
const RESOURCE_TYPES = ['database', 'dataset', 'cluster'];
const LIFECYCLES = ['production', 'production', 'production', 'experimental'];
const LEVELS = ['low', 'medium', 'high'];

const pick = <T>(values: T[], index: number): T =>
  values[index % values.length];

/** How many of each there are in a catalog of some size. */
interface Sizes {
  organisations: number;
  teams: number;
  people: number;
  systems: number;
  resources: number;
  apis: number;
  components: number;
}

function planSizes(total: number, people: number): Sizes {
  const share = (part: number) => Math.max(5, Math.round(total * part));
  const fixed = {
    organisations: share(0.002),
    teams: share(0.016),
    people,
    systems: share(0.02),
    resources: share(0.15),
    apis: share(0.25),
  };
  const components =
    total - Object.values(fixed).reduce((sum, count) => sum + count, 0);
  if (components < 1) throw new Error(`${total} entities are too few`);
  return { ...fixed, components };
}

/** Name of a person who signs in, by number. */
export const toPersonName = (index: number) => `developer-${index}`;

/** Name of a team, by number. */
export const toTeamName = (index: number) => `team-${index}`;

/**
 * A catalog of exactly that many entities, always the same: organisations with
 * teams, people, systems, and components, APIs and resources that depend on each
 * other. They come in this order, so that what one refers to is mostly there.
 */
export function buildEntities(total: number, people: number) {
  const sizes = planSizes(total, people);
  const make = (
    count: number,
    build: (index: number, sizes: Sizes) => GeneratedEntity,
  ) => Array.from({ length: count }, (_, index) => build(index, sizes));
  return {
    teams: sizes.teams,
    entities: [
      ...make(sizes.organisations, buildOrganisation),
      ...make(sizes.teams, buildTeam),
      ...make(sizes.people, buildPerson),
      ...make(sizes.systems, buildSystem),
      ...make(sizes.resources, buildResource),
      ...make(sizes.apis, buildApi),
      ...make(sizes.components, buildComponent),
    ],
  };
}

const ORIGIN = {
  'backstage.io/managed-by-location': 'url:https://git.example.org/catalog',
  'backstage.io/managed-by-origin-location':
    'url:https://git.example.org/catalog',
};

function buildOrganisation(index: number): GeneratedEntity {
  const code = `gm${String(index).padStart(4, '0')}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name: `organisatie-${index}`,
      title: `Gemeente nummer ${index}`,
      annotations: {
        ...ORIGIN,
        'nerds.overheid.nl/source': 'organisations',
        'nerds.overheid.nl/tooi-uri': `https://identifier.overheid.nl/tooi/id/gemeente/${code}`,
      },
    },
    spec: { type: 'organization', children: [] },
  };
}

function buildTeam(index: number, { organisations }: Sizes): GeneratedEntity {
  const subject = pick(SUBJECTS, index);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name: toTeamName(index),
      title: `Team ${subject} ${index}`,
      description: `Ontwikkelt alles voor ${subject}.`,
      annotations: ORIGIN,
    },
    spec: {
      type: 'team',
      parent: `organisatie-${index % organisations}`,
      children: [],
    },
  };
}

function buildPerson(index: number, { teams }: Sizes): GeneratedEntity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { name: toPersonName(index), annotations: ORIGIN },
    spec: {
      profile: { displayName: `Ontwikkelaar ${index}` },
      memberOf: [toTeamName(index % teams)],
    },
  };
}

function buildSystem(index: number, { teams }: Sizes): GeneratedEntity {
  const subject = pick(SUBJECTS, index);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: {
      name: `systeem-${index}`,
      title: `Stelsel ${subject} ${index}`,
      description: `Alles wat samen ${subject} mogelijk maakt.`,
      annotations: ORIGIN,
    },
    spec: { owner: toTeamName(index % teams) },
  };
}

/** What components, APIs and resources have in common. */
function buildThing(kind: string, index: number, sizes: Sizes) {
  const subject = pick(SUBJECTS, index);
  const thing = pick(THINGS, Math.floor(index / SUBJECTS.length));
  const other = pick(SUBJECTS, index * 7 + 3);
  const name = `${kind.toLowerCase()}-${thing}-${subject}-${index}`;
  const repository = `https://git.example.org/${subject}/${name}`;
  return {
    repository,
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: {
        name,
        title: `${thing} ${subject} ${index}`,
        description: `Voorziening van de overheid voor ${thing} van ${subject}, gebruikt door gemeenten en uitvoerders. Levert ook gegevens over ${other}; zie nummer n${index}.`,
        annotations: {
          ...ORIGIN,
          'backstage.io/source-location': `url:${repository}/`,
          'backstage.io/view-url': `${repository}/blob/main/catalog-info.yaml`,
          'nerds.overheid.nl/source': 'forge',
          'nerds.overheid.nl/source-url': repository,
          'nerds.overheid.nl/source-modified-at': '2026-11-02T09:30:00.000Z',
          'nerds.overheid.nl/availability': pick(LEVELS, index),
          'nerds.overheid.nl/integrity': pick(LEVELS, index + 1),
          'nerds.overheid.nl/confidentiality': pick(LEVELS, index + 2),
          'nerds.overheid.nl/personal-data': 'none',
          ...(index % SET_APART_EVERY === 0 && {
            'nerds.overheid.nl/visibility': 'team',
          }),
        },
        tags: [
          ...new Set([pick(TAGS, index), pick(TAGS, index * 5 + 2), subject]),
        ],
        links: [
          { url: `${repository}/pipelines`, title: 'Pipelines' },
          { url: `https://${name}.example.org`, title: 'Dienst' },
        ],
      },
      spec: {
        lifecycle: pick(LIFECYCLES, index),
        owner: toTeamName(index % sizes.teams),
        system: `systeem-${index % sizes.systems}`,
      },
    },
  };
}

const nameOf = (kind: string, index: number, sizes: Sizes) =>
  buildThing(kind, index, sizes).entity.metadata.name;

function buildResource(index: number, sizes: Sizes): GeneratedEntity {
  const { entity } = buildThing('Resource', index, sizes);
  return {
    ...entity,
    spec: { ...entity.spec, type: pick(RESOURCE_TYPES, index) },
  };
}

function buildApi(index: number, sizes: Sizes): GeneratedEntity {
  const { entity, repository } = buildThing('API', index, sizes);
  const { title, description } = entity.metadata;
  const definition = {
    openapi: '3.0.3',
    info: { title, description, version: '1.0.0' },
    servers: [{ url: `${repository}/v1` }],
    paths: Object.fromEntries(
      SUBJECTS.map(subject => [
        `/${subject}`,
        {
          get: { summary: subject, responses: { 200: { description: 'OK' } } },
        },
      ]),
    ),
  };
  return {
    ...entity,
    spec: {
      ...entity.spec,
      type: 'openapi',
      definition: JSON.stringify(definition),
    },
  };
}

function buildComponent(index: number, sizes: Sizes): GeneratedEntity {
  const { entity } = buildThing('Component', index, sizes);
  const api = (step: number) =>
    nameOf('API', (index * step) % sizes.apis, sizes);
  const resource = nameOf('Resource', index % sizes.resources, sizes);
  return {
    ...entity,
    spec: {
      ...entity.spec,
      type: pick(COMPONENT_TYPES, index),
      providesApis: index < sizes.apis ? [api(1)] : [],
      consumesApis: [api(13)],
      dependsOn: [`resource:${resource}`],
    },
  };
}
