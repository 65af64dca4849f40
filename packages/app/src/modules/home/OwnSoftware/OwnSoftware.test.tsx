import type { Entity } from '@backstage/catalog-model';
import { identityApiRef } from '@backstage/frontend-plugin-api';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import {
  catalogApiRef,
  entityRouteRef,
  type CatalogApi,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import { OwnSoftware } from './OwnSoftware';

const TEAM = 'group:default/burgerzaken';

const build = (name: string, owner = TEAM, kind = 'Component'): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { uid: name, name, namespace: 'default' },
  spec: { type: 'service', owner },
  relations: [{ type: 'ownedBy', targetRef: owner }],
});

function renderSoftware(catalogApi: CatalogApi) {
  renderInTestApp(<OwnSoftware />, {
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    apis: [
      [catalogApiRef, catalogApi],
      [
        identityApiRef,
        mockApis.identity({
          userEntityRef: 'user:default/jan',
          ownershipEntityRefs: ['user:default/jan', TEAM],
        }),
      ],
    ],
  });
}

describe('OwnSoftware', () => {
  it('lists the first components of the teams, and leads to all of them', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    renderSoftware(
      catalogApiMock({
        entities: [
          ...names.map(name => build(name)),
          build('of-others', 'group:default/vergunningen'),
          build('no-component', TEAM, 'System'),
        ],
      }),
    );
    const list = within(await screen.findByRole('list'));
    expect(list.getAllByRole('link').map(link => link.textContent)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
    expect(list.getAllByRole('link')[0]).toHaveAttribute(
      'href',
      '/catalog/default/component/a',
    );
    expect(
      screen.getByRole('link', { name: 'All software of your teams (6)' }),
    ).toHaveAttribute(
      'href',
      '/catalog?filters%5Bkind%5D=component&filters%5Buser%5D=owned',
    );
  });

  it('says that there is nothing yet', async () => {
    renderSoftware(catalogApiMock());
    expect(
      await screen.findByText(
        'Your teams have no software in the catalogue yet.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: 'To the catalogue' }),
    ).toHaveAttribute('href', '/catalog');
  });

  it('says that the catalog does not answer', async () => {
    renderSoftware(
      catalogApiMock.mock({
        queryEntities: async () => {
          throw new TypeError('Failed to fetch');
        },
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      /cannot be reached/,
    );
  });
});
