import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { parse } from 'yaml';
import { setViewportWidth } from '@nerds/page-parts/viewport';
import { apiPagesModule, catalogPagesModule } from './module';

/** What the portal is configured with, as far as it is about pages of entities. */
const EXTENSIONS = parse(
  readFileSync(resolve(__dirname, '../../../app-config.yaml'), 'utf8'),
).app.extensions.filter((extension: object) =>
  /^entity-(card|content):(catalog|api-docs)/.test(Object.keys(extension)[0]),
);

const build = (name: string, apis: string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    ...(name === 'balie' && {
      description: 'Zegt wie wanneer aan de beurt is.',
    }),
  },
  spec: { type: 'service', lifecycle: 'production', owner: 'team' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/team' },
    ...apis.map(targetRef => ({ type: 'providesApi', targetRef })),
  ],
});

const API: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'API',
  metadata: { name: 'loket', title: 'Afspraken', namespace: 'default' },
  spec: { type: 'openapi', lifecycle: 'production', owner: 'team' },
  relations: [{ type: 'ownedBy', targetRef: 'group:default/team' }],
};

const SYSTEM: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'afspraken', namespace: 'default' },
  spec: { owner: 'team' },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/team' },
    { type: 'hasPart', targetRef: 'api:default/loket' },
  ],
};

function open(url: string) {
  return renderTestApp({
    features: [
      catalogPlugin,
      apiDocsPlugin,
      catalogPagesModule,
      apiPagesModule,
    ],
    initialRouteEntries: [url],
    config: {
      app: { extensions: EXTENSIONS },
      backend: { baseUrl: 'http://localhost:7007' },
    },
    apis: [
      [
        catalogApiRef,
        catalogApiMock({
          entities: [
            build('balie', []),
            build('loket', ['api:default/loket']),
            API,
            SYSTEM,
          ],
        }),
      ],
    ],
  });
}

describe('catalogPagesModule', () => {
  it('puts its facets on the list', async () => {
    open('/catalog');
    expect(await screen.findByText('Kind')).toBeInTheDocument();
    for (const label of ['Type', 'Owner', 'Lifecycle']) {
      const facet = await screen.findByText(label, { selector: 'label *' });
      expect(facet).toBeInTheDocument();
    }
  });

  it.each([
    [1280, ['NAME', 'OWNER', 'TYPE', 'LIFECYCLE']],
    [320, ['NAME']],
  ])('fits the list in a window of %s pixels', async (width, expected) => {
    setViewportWidth(width);
    try {
      open('/catalog?filters[user]=all');
      expect(
        await screen.findByText('Zegt wie wanneer aan de beurt is.'),
      ).toBeVisible();
      const headings = screen
        .getAllByRole('columnheader')
        .map(({ textContent }) => textContent!.toUpperCase())
        .filter(text => text !== '' && text !== 'ACTIONS');
      expect(headings).toEqual(expected);
      // in a narrow window the rest stands under the name
      expect(screen.queryAllByText(/· production$/)).toHaveLength(
        width === 320 ? 2 : 0,
      );
    } finally {
      setViewportWidth();
    }
  });

  it('says what to do when nothing has what was chosen', async () => {
    open('/catalog?filters[user]=all&filters[tags]=onbekend');
    expect(await screen.findByText(/Choose fewer filters/)).toBeVisible();
    expect(screen.getByRole('link', { name: /^Or search/ })).toHaveAttribute(
      'href',
      '/search',
    );
  });

  it('lists what a system has, and nothing that it does not have', async () => {
    open('/catalog/default/system/afspraken');
    expect(await screen.findByText('Government')).toBeInTheDocument();
    expect(
      await screen.findByRole('heading', { name: 'APIs' }),
    ).toBeInTheDocument();
    expect(screen.queryByText('Has components')).toBeNull();
    expect(screen.queryByText('Has resources')).toBeNull();
  });

  it('gives the list of APIs the same facets', async () => {
    open('/api-docs');
    for (const label of ['Type', 'Owner', 'Lifecycle']) {
      const facet = await screen.findByText(label, { selector: 'label *' });
      expect(facet).toBeInTheDocument();
    }
    expect(await screen.findByText('Afspraken')).toBeVisible();
    expect(screen.queryByText('balie')).toBeNull();
  });

  it('puts its cards on the page of an entity, and leaves out a tab that would be empty', async () => {
    open('/catalog/default/component/balie');
    for (const title of ['Government', 'Source', 'To do']) {
      expect(await screen.findByText(title)).toBeInTheDocument();
    }
    expect(await screen.findByText(/No API is known/)).toBeInTheDocument();
    expect(screen.queryByRole('tab', { name: 'APIs' })).toBeNull();
  });

  it('keeps a tab that applies', async () => {
    open('/catalog/default/component/loket');
    expect(await screen.findByText('Government')).toBeInTheDocument();
    expect(screen.queryByText(/No API is known/)).toBeNull();
    expect((await screen.findAllByText('APIs')).length).toBeGreaterThan(0);
  });
});
