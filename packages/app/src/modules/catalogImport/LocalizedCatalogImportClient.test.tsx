import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  appLanguageApiRef,
  translationApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { renderInPortal } from '@nerds/page-parts/testUtils';
import { screen } from '@testing-library/react';
import { Suspense, useEffect, useState } from 'react';
import { appTranslationRef } from '../../translation';
import { LocalizedCatalogImportClient } from './LocalizedCatalogImportClient';

const URL = 'https://forge.example/a/b/catalog-info.yaml';

/** Analyzes as the page does, and shows what the client says. */
function Analyze() {
  // as the frame of the portal, which loads the texts
  useTranslationRef(appTranslationRef);
  const catalogApi = useApi(catalogApiRef);
  const appLanguageApi = useApi(appLanguageApiRef);
  const translationApi = useApi(translationApiRef);
  const [message, setMessage] = useState('');
  useEffect(() => {
    new LocalizedCatalogImportClient({
      catalogApi,
      appLanguageApi,
      translationApi,
    } as never)
      .analyzeUrl(URL)
      .catch(error => setMessage(error.message));
  }, [appLanguageApi, catalogApi, translationApi]);
  return <p>{message}</p>;
}

it.each([
  [
    'nl',
    'Op https://forge.example/a/b/catalog-info.yaml staat geen bestand dat het portaal kan lezen. Kijk of het adres klopt en of de repository openbaar is voor het portaal.',
  ],
  [
    'en',
    'There is no file at https://forge.example/a/b/catalog-info.yaml that the portal can read. Check the address, and whether the portal may read the repository.',
  ],
] as const)('says in %s that there is no file', async (language, text) => {
  const catalogApi = catalogApiMock.mock({
    addLocation: async () => {
      throw Object.assign(new Error('Request failed with 400'), {
        body: {
          error: {
            message: `NotFoundError: Unable to read url, no matching files found for ${URL}`,
          },
        },
      });
    },
  });
  renderInPortal(
    <Suspense fallback={null}>
      <Analyze />
    </Suspense>,
    { language, mountedRoutes: {}, apis: [[catalogApiRef, catalogApi]] },
  );
  expect(await screen.findByText(text)).toBeInTheDocument();
});
