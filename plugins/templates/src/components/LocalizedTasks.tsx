import { ApiProvider } from '@backstage/core-app-api';
import { useApi, type ApiRef } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  entityPresentationApiRef,
  type CatalogApi,
  type EntityPresentationApi,
} from '@backstage/plugin-catalog-react';
import { useLanguage } from '@nerds/page-parts';
import { useMemo, type ReactNode } from 'react';
import { findEnglishTexts } from '../domain/findEnglishTexts';

/** Templates by their English title, everything else as it is. */
function toEnglish(
  presentationApi: EntityPresentationApi,
  catalogApi: CatalogApi,
): EntityPresentationApi {
  return {
    forEntity(entityOrRef, context) {
      const presentation = presentationApi.forEntity(entityOrRef, context);
      const { entityRef } = presentation.snapshot;
      if (!entityRef.startsWith('template:')) return presentation;
      const findTitle = async () => {
        // the Dutch title does when the catalog is away
        const template = await catalogApi
          .getEntityByRef(entityRef)
          .catch(() => undefined);
        const title = template && findEnglishTexts(template.metadata).title;
        const shown = await presentation.promise;
        return title ? { ...shown, primaryTitle: title } : shown;
      };
      return { ...presentation, promise: findTitle() };
    },
  };
}

/**
 * Gives Backstage's page of a task the title of its template in the language of
 * the person, as the list of templates has it.
 *
 * @remarks
 * That page waits for the whole answer, so only the answer at the end has the title.
 *
 * @internal
 */
export function LocalizedTasks({ tasks }: { tasks: ReactNode }) {
  const presentationApi = useApi(entityPresentationApiRef);
  const catalogApi = useApi(catalogApiRef);
  const language = useLanguage();
  const apis = useMemo(() => {
    const localized =
      language === 'en'
        ? toEnglish(presentationApi, catalogApi)
        : presentationApi;
    return {
      get: <T,>({ id }: ApiRef<T>) =>
        id === entityPresentationApiRef.id ? (localized as T) : undefined,
    };
  }, [presentationApi, catalogApi, language]);
  return (
    // the list and the page ask for their titles once
    <ApiProvider key={language} apis={apis}>
      {tasks}
    </ApiProvider>
  );
}
