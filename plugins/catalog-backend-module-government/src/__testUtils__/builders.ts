/** Things in the registers, with values of our own in the forms of the real ones. */

const TOOI = 'https://identifier.overheid.nl/tooi/id';
const ONTOLOGY = 'https://identifier.overheid.nl/tooi/def/ont';

export function buildApi(number: number, overrides: object = {}) {
  return {
    id: `api-${number}`,
    title: `Voorbeeld-API ${number}`,
    description: 'Geeft voorbeelden, met **opmaak**.',
    contact: {
      name: 'Team Voorbeeld',
      email: 'voorbeeld@example.nl',
      url: 'https://example.nl/contact',
    },
    organisation: {
      uri: `${TOOI}/gemeente/gm${String(number % 20).padStart(4, '0')}`,
      label: `Gemeente Voorbeeld ${number % 20}`,
    },
    adrScore: 100,
    lifecycle: { status: 'active', version: '1.2.0' },
    oasUrl: `https://api.example.nl/v${number}/openapi.json`,
    docsUrl: 'https://example.nl/documentatie',
    auth: ['API Key'],
    servers: [{ url: 'https://api.example.nl/v1', description: 'Productie' }],
    ...overrides,
  };
}

export function buildDefinition(title: string) {
  return { openapi: '3.0.3', info: { title, version: '1.2.0' }, paths: {} };
}

export function buildRepository(number: number, overrides: object = {}) {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    url: `https://code.example.nl/team/project-${number}`,
    organisation: {
      uri: `${TOOI}/gemeente/gm${String(number % 20).padStart(4, '0')}`,
      label: `Gemeente Voorbeeld ${number % 20}`,
    },
    publicCodeUrl: `https://code.example.nl/team/project-${number}/raw/publiccode.yml`,
    shortDescription: 'Een project',
    name: `project-${number}`,
    createdAt: '2024-01-01T00:00:00Z',
    lastActivityAt: '2026-10-01T12:00:00Z',
    archived: false,
    publicCode: {
      publiccodeYmlVersion: '0.5.0',
      name: `Project ${number}`,
      url: `https://code.example.nl/team/project-${number}`,
      landingURL: 'https://project.example.nl',
      platforms: ['web', 'linux'],
      developmentStatus: 'stable',
      softwareType: 'standalone/backend',
      legal: { license: 'EUPL-1.2' },
      description: {
        en: { shortDescription: 'An example' },
        nl: { shortDescription: 'Een voorbeeld' },
      },
    },
    ...overrides,
  };
}

export function buildAlgorithm(number: number, overrides: object = {}) {
  return {
    lars: `${10_000_000 + number}`,
    language: 'NLD',
    owner: `gm${String(number % 20).padStart(4, '0')}`,
    state: 'published',
    create_dt: '2026-09-01T10:00:00',
    name: `Voorbeeldalgoritme ${number}`,
    organization: `Gemeente Voorbeeld ${number % 20}`,
    description_short: 'Kiest <b>een</b> voorbeeld.',
    status: 'In gebruik',
    contact_email: 'algoritmes@example.nl',
    publication_category: 'Impactvolle algoritmes',
    category: ['Verkeer', 'Ruimte en infrastructuur'],
    website: 'https://example.nl/algoritme',
    process_index_url: 'n.v.t.',
    publiccode: 'https://code.example.nl/algoritme',
    ...overrides,
  };
}

export function buildTooiNode(number: number, overrides: object = {}) {
  const code = `gm${String(number).padStart(4, '0')}`;
  return {
    '@id': `${TOOI}/gemeente/${code}`,
    '@type': [`${ONTOLOGY}/Gemeente`],
    [`${ONTOLOGY}/officieleNaamInclSoort`]: [
      { '@value': `gemeente Voorbeeld ${number}` },
    ],
    [`${ONTOLOGY}/organisatiecode`]: [{ '@value': code }],
    ...overrides,
  };
}

export const ontology = (property: string) => `${ONTOLOGY}/${property}`;

/** As many of them as asked for. */
export function buildMany<T>(count: number, build: (number: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => build(index));
}
