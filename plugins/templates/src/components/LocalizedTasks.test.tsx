import { useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  entityPresentationApiRef,
  type CatalogApi,
  type EntityPresentationApi,
} from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { renderInPortal } from '@nerds/page-parts/testUtils';
import { screen } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { LocalizedTasks } from './LocalizedTasks';

const TEMPLATE = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: {
    name: 'website',
    title: 'Nieuwe website',
    annotations: { 'nerds.overheid.nl/title-en': 'New website' },
  },
};

/** Everything that the catalog knows has a Dutch title. */
const presentationApi: EntityPresentationApi = {
  forEntity(entity) {
    const entityRef = `${entity}`;
    const snapshot = { entityRef, primaryTitle: `titel van ${entityRef}` };
    return { snapshot, promise: Promise.resolve(snapshot) };
  },
};

/** As the page of a task asks for the title of its template. */
function Task() {
  const api = useApi(entityPresentationApiRef);
  const [titles, setTitles] = useState<string[]>([]);
  useEffect(() => {
    const refs = ['template:default/website', 'group:default/platform'];
    void Promise.all(refs.map(ref => api.forEntity(ref).promise)).then(all =>
      setTitles(all.map(({ primaryTitle }) => primaryTitle)),
    );
  }, [api]);
  return <p>{titles.join(', ')}</p>;
}

function renderTask(language: 'nl' | 'en', catalogApi: CatalogApi) {
  renderInPortal(<LocalizedTasks tasks={<Task />} />, {
    language,
    mountedRoutes: {},
    apis: [
      [catalogApiRef, catalogApi],
      [entityPresentationApiRef, presentationApi],
    ],
  });
}

it.each([
  ['en', 'New website, titel van group:default/platform'],
  [
    'nl',
    'titel van template:default/website, titel van group:default/platform',
  ],
] as const)('names the template of a task in %s', async (language, text) => {
  renderTask(language, catalogApiMock({ entities: [TEMPLATE] }));
  expect(await screen.findByText(text)).toBeInTheDocument();
});

it('names it in Dutch when the catalog is away', async () => {
  const catalogApi = catalogApiMock.mock({
    getEntityByRef: async () => {
      throw new TypeError('Failed to fetch');
    },
  });
  renderTask('en', catalogApi);
  expect(
    await screen.findByText(/^titel van template:default\/website/),
  ).toBeInTheDocument();
});
