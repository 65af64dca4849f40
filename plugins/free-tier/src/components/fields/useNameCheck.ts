import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  evaluateClusterName,
  type ClusterRequest,
} from '@nerds/plugin-free-tier-common';
import { useEffect, useState } from 'react';
import { freeTierApiRef } from '../../api';
import { freeTierTranslationRef } from '../../translation';
import { toNameProblemText } from './nameProblems';

/** Long enough not to ask at every letter, short enough to feel live. */
const DEBOUNCE_MS = 400;

/** How the name stands. `unchecked`: the portal could not be asked. @internal */
export type NameCheck =
  | { state: 'idle' | 'checking' | 'free' | 'unchecked' }
  | { state: 'refused'; text: string };

/**
 * Checks a name while it is typed: its form here, whether it is free with the
 * portal, which needs to know the team for that.
 * @internal
 */
export function useNameCheck(request: ClusterRequest): NameCheck {
  const api = useApi(freeTierApiRef);
  const { t } = useTranslationRef(freeTierTranslationRef);
  const [check, setCheck] = useState<NameCheck>({ state: 'idle' });
  const { name, owner, tier, size, region } = request;

  useEffect(() => {
    if (name === '') {
      setCheck({ state: 'idle' });
      return undefined;
    }
    setCheck({ state: 'checking' });
    const controller = new AbortController();
    const run = async () => {
      const problem = evaluateClusterName(name);
      if (problem) {
        const text = toNameProblemText(t, problem.code, problem.values);
        setCheck({ state: 'refused', text: text ?? '' });
        return;
      }
      if (!owner) {
        setCheck({ state: 'idle' });
        return;
      }
      try {
        const { problems } = await api.checkCluster(
          // what it is for does not matter to the name and would ask again at every letter
          { name, owner, tier, size, region, purpose: '' },
          { signal: controller.signal },
        );
        if (controller.signal.aborted) return;
        const found = problems.find(({ field }) => field === 'name');
        setCheck(
          found
            ? {
                state: 'refused',
                text: toNameProblemText(t, found.code) ?? found.detail,
              }
            : { state: 'free' },
        );
      } catch {
        // Shown as unchecked; the check is made again when the person goes on.
        if (!controller.signal.aborted) setCheck({ state: 'unchecked' });
      }
    };
    const timer = setTimeout(() => void run(), DEBOUNCE_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [api, t, name, owner, tier, size, region]);

  return check;
}
