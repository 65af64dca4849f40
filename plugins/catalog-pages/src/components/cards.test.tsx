import type { Entity } from '@backstage/catalog-model';
import {
  catalogApiRef,
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import type { JSX } from 'react';
import { needsAttention } from '../domain/findHints';
import { AttentionCard } from './AttentionCard';
import { GovernmentCard } from './GovernmentCard';
import { SourceCard } from './SourceCard';

const ANNOTATIONS = {
  'nerds.overheid.nl/availability': 'high',
  'nerds.overheid.nl/integrity': 'medium',
  'nerds.overheid.nl/confidentiality': 'low',
  'nerds.overheid.nl/personal-data': 'present',
  'nerds.overheid.nl/processing-record-url': 'https://avg.voorbeeld.nl/1',
  'nerds.overheid.nl/accessibility-statement': 'B',
  'nerds.overheid.nl/accessibility-statement-url': 'https://www.voorbeeld.nl/t',
};

function build(annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'balie', annotations },
    spec: { type: 'service', lifecycle: 'production', owner: 'team' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/team' }],
  };
}

const group = (name: string, type: string, parent?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, title: `De ${name}` },
  spec: { type, children: [] },
  relations: parent
    ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
    : [],
});

const GROUPS = [
  group('gemeente', 'organization'),
  group('team', 'team', 'gemeente'),
];

/** What the portal knows of its sources. */
const SOURCES: Record<string, object> = {
  'api-register': {
    id: 'api-register',
    title: { nl: 'API-register', en: 'API register' },
    freshAt: '2026-11-22T04:10:00Z',
    isOverdue: true,
  },
  'gitea:projecten': {
    id: 'gitea:projecten',
    title: { nl: 'Forge van de projecten', en: 'Forge of the projects' },
    isOverdue: false,
  },
};

async function answerOfSources(url: string): Promise<Response> {
  const id = decodeURIComponent(url.split('/').at(-1)!);
  if (id === 'broken') return new Response('', { status: 500 });
  return SOURCES[id]
    ? Response.json(SOURCES[id])
    : new Response('', { status: 404 });
}

function renderCard(card: JSX.Element, entity: Entity, groups = GROUPS) {
  window.localStorage.clear();
  return renderInTestApp(
    <EntityProvider entity={entity}>{card}</EntityProvider>,
    {
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [catalogApiRef, catalogApiMock({ entities: groups })],
        [fetchApiRef, { fetch: answerOfSources as typeof fetch }],
      ],
      config: {
        backend: { baseUrl: 'http://localhost:7007' },
        app: {
          extensions: [
            {
              'api:app/app-language': {
                config: {
                  defaultLanguage: 'nl',
                  availableLanguages: ['nl', 'en'],
                },
              },
            },
          ],
        },
      },
    },
  );
}

const fact = async (label: string) =>
  (await screen.findByText(label)).nextElementSibling?.textContent;

describe('GovernmentCard', () => {
  it('shows what is known, and only that', async () => {
    renderCard(<GovernmentCard />, build(ANNOTATIONS));
    expect(await fact('Organisatie')).toBe('gemeente');
    expect(await fact('Beschikbaarheid')).toBe('Hoog');
    expect(await fact('Integriteit')).toBe('Midden');
    expect(await fact('Vertrouwelijkheid')).toBe('Laag');
    expect(await fact('Persoonsgegevens')).toBe('JaVerwerkingsregister');
    expect(await fact('Toegankelijkheid')).toBe(
      'B: voldoet gedeeltelijkToegankelijkheidsverklaring',
    );
    expect(screen.queryByText('API-register')).not.toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /^Verwerkingsregister/ }),
    ).toHaveAttribute('href', 'https://avg.voorbeeld.nl/1');
  });

  it('says what to do when nothing is known', async () => {
    renderCard(<GovernmentCard />, build({}), []);
    expect(
      await screen.findByText(/^Er is nog niets bekend/),
    ).toBeInTheDocument();
  });
});

describe('SourceCard', () => {
  it('says from which register something comes and how fresh it is', async () => {
    const entity = build({
      'nerds.overheid.nl/source': 'api-register',
      'nerds.overheid.nl/source-url': 'https://apis.voorbeeld.nl/1',
      'nerds.overheid.nl/source-modified-at': '2026-11-01T08:30:00Z',
      'backstage.io/managed-by-location': 'url:https://apis.voorbeeld.nl/v1/1',
    });
    renderCard(<SourceCard />, entity);
    expect(await fact('Komt uit')).toBe(
      'API-register van developer.overheid.nl',
    );
    expect(await fact('Gewijzigd bij de bron')).toContain('1 november 2026');
    await waitFor(async () =>
      expect(await fact('Laatst gelezen door de catalogus')).toMatch(
        /^22 november 2026.*\. Langer geleden dan de bedoeling is/,
      ),
    );
    expect(
      screen.getByRole('link', { name: 'Hoe het met de bron gaat' }),
    ).toHaveAttribute('href', '/catalog-sources/api-register');
    expect(screen.getByText(/Verbeter het daar/)).toBeInTheDocument();
  });

  it('calls a forge as it is configured, and does not make up when it was read', async () => {
    const entity = build({
      'nerds.overheid.nl/source': 'gitea:projecten',
      'backstage.io/managed-by-location':
        'url:https://forge.voorbeeld.nl/a/b/catalog-info.yaml',
    });
    renderCard(<SourceCard />, entity);
    expect(await screen.findByText('Forge van de projecten')).toBeVisible();
    expect(await fact('Laatst gelezen door de catalogus')).toMatch(/^Nog niet/);
    expect(
      screen.getByText(/^Alles op deze pagina staat in dit bestand/),
    ).toBeInTheDocument();
  });

  it('says of the portal itself that there is nothing to read', async () => {
    renderCard(<SourceCard />, build({ 'nerds.overheid.nl/source': 'portal' }));
    expect(await fact('Komt uit')).toBe('Het portaal zelf');
    expect(await fact('Laatst gelezen door de catalogus')).toBe(
      'Toen het portaal startte',
    );
  });

  it('says so when it cannot be looked up', async () => {
    renderCard(<SourceCard />, build({ 'nerds.overheid.nl/source': 'broken' }));
    expect(await screen.findByText(/^Was niet op te zoeken/)).toBeVisible();
  });

  it('shows the file of a team', async () => {
    const entity = build({
      'backstage.io/managed-by-location': 'file:/portaal/demo/services.yaml',
    });
    renderCard(<SourceCard />, entity);
    expect(await fact('Komt uit')).toBe('Bestand van het team zelf');
    expect(await fact('Gelezen uit')).toBe('portaal/demo/services.yaml');
    expect(
      await screen.findByText(/^Niet bekend: dit bestand wordt geregeld/),
    ).toBeVisible();
  });
});

describe('AttentionCard', () => {
  it('says in one line each what is missing and how to add it', async () => {
    const entity = build({ 'nerds.overheid.nl/personal-data': 'present' });
    expect(needsAttention(entity)).toBe(true);
    renderCard(<AttentionCard />, entity);
    const items = await screen.findAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Er is nog geen documentatie.'),
      expect.stringContaining('Van deze dienst is geen API bekend.'),
      expect.stringContaining('availability"] ontbreekt.'),
      expect.stringContaining('integrity"] ontbreekt.'),
      expect.stringContaining('confidentiality"] ontbreekt.'),
      expect.stringContaining('processing-record-url"] ontbreekt, terwijl'),
    ]);
  });

  it('is not there when nothing is missing', () => {
    const complete = build({
      ...ANNOTATIONS,
      'backstage.io/techdocs-ref': 'dir:.',
    });
    const relations = [
      ...complete.relations!,
      { type: 'providesApi', targetRef: 'api:default/balie' },
    ];
    expect(needsAttention({ ...complete, relations })).toBe(false);
    const registered = { 'nerds.overheid.nl/source': 'oss-register' };
    expect(needsAttention(build(registered))).toBe(false);
  });
});
