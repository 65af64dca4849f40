import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';
import { listOwnTeams, type OwnTeam } from '../../api/listOwnTeams';

/** The own teams of the person: nothing yet, the teams, or an error. @internal */
export function useOwnTeams(): {
  teams?: OwnTeam[];
  error?: Error;
  retry: () => void;
} {
  const identityApi = useApi(identityApiRef);
  const catalogApi = useApi(catalogApiRef);
  const [attempt, setAttempt] = useState(0);
  const [result, setResult] = useState<{ teams?: OwnTeam[]; error?: Error }>(
    {},
  );

  useEffect(() => {
    let isCurrent = true;
    setResult({});
    listOwnTeams({ identityApi, catalogApi }).then(
      teams => isCurrent && setResult({ teams }),
      error => isCurrent && setResult({ error }),
    );
    return () => {
      isCurrent = false;
    };
  }, [identityApi, catalogApi, attempt]);

  return { ...result, retry: () => setAttempt(count => count + 1) };
}
