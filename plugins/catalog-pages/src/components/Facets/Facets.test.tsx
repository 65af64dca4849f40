import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityListProvider,
  entityRouteRef,
  starredEntitiesApiRef,
  MockStarredEntitiesApi,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { KindFacet } from '../KindFacet';
import { OrganisationFacet, OwnerFacet, TextFacet } from './Facets';

const build = (
  kind: string,
  name: string,
  spec: NonNullable<Entity['spec']>,
  relations: [type: string, targetRef: string][],
): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name, namespace: 'default' },
  spec,
  relations: relations.map(([type, targetRef]) => ({ type, targetRef })),
});

const service = (name: string, owner: string, type = 'service') =>
  build('Component', name, { type, lifecycle: 'production' }, [
    ['ownedBy', `group:default/${owner}`],
  ]);

const ENTITIES = [
  build('Group', 'gemeente', { type: 'organization' }, []),
  build('Group', 'team', { type: 'team' }, [
    ['childOf', 'group:default/gemeente'],
  ]),
  build('Group', 'los', { type: 'team' }, []),
  service('balie', 'team'),
  service('website', 'gemeente', 'website'),
  service('elders', 'los'),
];

function Found() {
  const { entities } = useEntityList();
  return (
    <output aria-label="names">
      {entities.map(({ metadata }) => metadata.name).join(' ')}
    </output>
  );
}

/** The facets, which the button makes anew as a window that becomes small does. */
function Facets() {
  const [round, setRound] = useState(0);
  return (
    <>
      <button onClick={() => setRound(round + 1)}>turn</button>
      <div key={round}>
        <KindFacet />
        <TextFacet name="type" />
        <OrganisationFacet />
        <OwnerFacet />
      </div>
    </>
  );
}

function renderFacets(
  url = '/',
  catalogApi = catalogApiMock({ entities: ENTITIES }),
) {
  return renderInTestApp(
    <EntityListProvider>
      <Facets />
      <Found />
    </EntityListProvider>,
    {
      initialRouteEntries: [url],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [catalogApiRef, catalogApi],
        [starredEntitiesApiRef, new MockStarredEntitiesApi()],
      ],
    },
  );
}

async function open(label: string) {
  const facet = (await screen.findByText(label)).closest('label')!;
  await userEvent.click(within(facet).getByRole('button', { name: 'Open' }));
}

describe('the facets', () => {
  it('count what there is, and keep the choice in the address', async () => {
    renderFacets();
    await open('Type');
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'service (2)',
      'website (1)',
    ]);
    await userEvent.click(options[1]);
    // the list writes the address of the browser, past the router
    await waitFor(() =>
      expect(decodeURIComponent(window.location.search)).toContain(
        'filters[type]=website',
      ),
    );
    expect(await screen.findByText('website', { selector: 'output' })).toBe(
      screen.getByLabelText('names'),
    );
  });

  it('count the kinds, and keep the chosen one in the address', async () => {
    renderFacets('/?filters[kind]=group');
    expect(await screen.findByText('Group (3)')).toBeVisible();
    expect(screen.getByLabelText('names')).toHaveTextContent(
      /^gemeente los team$|^gemeente team los$/,
    );
    await userEvent.click(
      screen.getByText('Group (3)').closest('[role="button"]')!,
    );
    const options = await screen.findAllByRole('option');
    expect(options.map(({ textContent }) => textContent)).toEqual([
      'Component (3)',
      'Group (3)',
    ]);
    await userEvent.click(options[0]);
    await waitFor(() =>
      expect(decodeURIComponent(window.location.search)).toContain(
        'filters[kind]=component',
      ),
    );
    await waitFor(() =>
      expect(screen.getByLabelText('names')).toHaveTextContent('balie'),
    );

    await open('Type');
    await userEvent.click(await screen.findByText('website (1)'));
    await waitFor(() =>
      expect(screen.getByLabelText('names')).toHaveTextContent(/^website$/),
    );
    await userEvent.click(screen.getByRole('button', { name: 'turn' }));
    expect(await screen.findByText('Component (3)')).toBeVisible();
    expect(screen.getByLabelText('names')).toHaveTextContent(/^website$/);
  });

  it('ask the catalog together, for what they count and for the groups', async () => {
    const catalogApi = catalogApiMock({ entities: ENTITIES });
    const facets = jest.spyOn(catalogApi, 'getEntityFacets');
    const entities = jest.spyOn(catalogApi, 'getEntities');
    renderFacets('/', catalogApi);
    await open('Owner');
    await screen.findAllByRole('option');
    expect(
      facets.mock.calls.flatMap(([request]) =>
        request.filter && 'kind' in request.filter ? [request.facets] : [],
      ),
    ).toEqual([['spec.type', 'relations.ownedBy']]);
    const groups = entities.mock.calls.filter(
      ([request]) => JSON.stringify(request?.filter) === '{"kind":"Group"}',
    );
    expect(groups).toHaveLength(1);
  });

  it('show a kind that there is nothing of', async () => {
    renderFacets('/?filters[kind]=api');
    expect(await screen.findByText('api (0)')).toBeVisible();
  });

  it('find what an organisation owns, itself or through a team', async () => {
    renderFacets('/?filters[organisations]=group:default/gemeente');
    await waitFor(() =>
      expect(screen.getByLabelText('names')).toHaveTextContent(
        /^balie website$/,
      ),
    );
    await open('Organisation');
    expect(await screen.findAllByRole('option')).toHaveLength(1);
    expect(screen.getByRole('option')).toHaveTextContent('gemeente (2)');
  });
});
