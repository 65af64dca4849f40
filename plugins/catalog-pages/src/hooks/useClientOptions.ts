import {
  appLanguageApiRef,
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import type { ClientOptions } from '@nerds/page-parts';
import { useMemo } from 'react';

/** What a call of the portal's own APIs needs; the same from render to render. @internal */
export function useClientOptions(): ClientOptions {
  const discoveryApi = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  const appLanguageApi = useApi(appLanguageApiRef);
  return useMemo(
    () => ({ discoveryApi, fetchApi, appLanguageApi }),
    [discoveryApi, fetchApi, appLanguageApi],
  );
}
