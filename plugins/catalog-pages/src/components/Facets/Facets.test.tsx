import type { Entity } from '@backstage/catalog-model';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  EntityKindPicker,
  EntityListProvider,
  entityRouteRef,
  starredEntitiesApiRef,
  MockStarredEntitiesApi,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { OrganisationFacet, TextFacet } from './Facets';

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

function renderFacets(url = '/') {
  return renderInTestApp(
    <EntityListProvider>
      <EntityKindPicker initialFilter="component" hidden />
      <TextFacet name="type" />
      <OrganisationFacet />
      <Found />
    </EntityListProvider>,
    {
      initialRouteEntries: [url],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      apis: [
        [catalogApiRef, catalogApiMock({ entities: ENTITIES })],
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
