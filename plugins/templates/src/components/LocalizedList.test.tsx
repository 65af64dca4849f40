import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInPortal } from '@nerds/page-parts/testUtils';
import { screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { LocalizedList } from './LocalizedList';

const TEMPLATE = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: {
    name: 'website',
    title: 'Nieuwe website',
    annotations: { 'nerds.overheid.nl/title-en': 'New website' },
  },
};

/** As the list of Backstage asks the catalog, and one thing that it does not. */
function List() {
  const catalogApi = useApi(catalogApiRef);
  const [titles, setTitles] = useState<(string | undefined)[]>([]);
  useEffect(() => {
    void Promise.all([
      catalogApi.getEntities(),
      catalogApi.getEntityByRef('template:default/website'),
    ]).then(([{ items }, one]) =>
      setTitles([items[0].metadata.title, one?.metadata.title]),
    );
  }, [catalogApi]);
  return <p>{titles.join(', ')}</p>;
}

/** As the counts beside the list ask the catalog. */
function Counts() {
  const catalogApi = useApi(catalogApiRef);
  const [counts, setCounts] = useState<number[]>([]);
  useEffect(() => {
    const count = async (term: string) => {
      const { items, totalItems } = await catalogApi.queryEntities({
        filter: { kind: ['template'] },
        fullTextFilter: { term, fields: ['metadata.title'] },
        limit: 0,
      });
      return [items.length, totalItems];
    };
    void Promise.all(['new', 'dataset'].map(count)).then(all =>
      setCounts(all.flat()),
    );
  }, [catalogApi]);
  return <p>{counts.join(', ')}</p>;
}

it('counts what the list finds', async () => {
  renderInPortal(<LocalizedList list={<Counts />} />, {
    language: 'en',
    mountedRoutes: {},
    apis: [[catalogApiRef, catalogApiMock({ entities: [TEMPLATE] })]],
  });
  expect(await screen.findByText('0, 1, 0, 0')).toBeInTheDocument();
});

it.each([
  ['en', 'New website, Nieuwe website'],
  ['nl', 'Nieuwe website, Nieuwe website'],
] as const)('lists templates in %s', async (language, text) => {
  renderInPortal(<LocalizedList list={<List />} />, {
    language,
    mountedRoutes: {},
    apis: [[catalogApiRef, catalogApiMock({ entities: [TEMPLATE] })]],
  });
  expect(await screen.findByText(text)).toBeInTheDocument();
});
