import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';
import {
  findOrganisationOf,
  listOrganisations,
  type Organisation,
} from '../../api/listOrganisations';

/** Between two letters: only what somebody stops at is looked up. */
const DEBOUNCE_MS = 250;

type State =
  | { is: 'loading' }
  | { is: 'none' }
  | { is: 'failed' }
  | { is: 'ready'; found: Organisation[]; isSearching: boolean };

/**
 * Organisations to choose from: by part of their name, or that there are none at
 * all in the catalog.
 *
 * @internal
 */
export function useOrganisations(text: string): {
  state: State;
  retry: () => void;
} {
  const catalogApi = useApi(catalogApiRef);
  const [attempt, setAttempt] = useState(0);
  const [state, setState] = useState<State>({ is: 'loading' });

  useEffect(() => {
    let isCurrent = true;
    setState(before =>
      before.is === 'ready' ? { ...before, isSearching: true } : before,
    );
    const run = async () => {
      try {
        const found = await listOrganisations(catalogApi, text);
        if (!isCurrent) return;
        setState(
          found.length === 0 && text === ''
            ? { is: 'none' }
            : { is: 'ready', found, isSearching: false },
        );
      } catch {
        if (isCurrent) setState({ is: 'failed' });
      }
    };
    const timer = setTimeout(() => void run(), text ? DEBOUNCE_MS : 0);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [catalogApi, text, attempt]);

  const retry = () => {
    setState({ is: 'loading' });
    setAttempt(count => count + 1);
  };
  return { state, retry };
}

/**
 * The organisation of a team, as soon as it is known; none when the catalog does
 * not say, or is away: then it is chosen by hand.
 *
 * @internal
 */
export function useOrganisationOf(
  team: string | undefined,
): Organisation | undefined {
  const catalogApi = useApi(catalogApiRef);
  const [organisation, setOrganisation] = useState<Organisation>();
  useEffect(() => {
    let isCurrent = true;
    if (!team) return undefined;
    findOrganisationOf(catalogApi, team)
      .then(found => isCurrent && setOrganisation(found))
      .catch(() => {});
    return () => {
      isCurrent = false;
    };
  }, [catalogApi, team]);
  return organisation;
}
