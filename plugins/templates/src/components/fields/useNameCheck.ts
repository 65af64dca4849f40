import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';
import { isNameTaken } from '../../api/isNameTaken';
import { evaluateProjectName } from '../../domain/evaluateProjectName';
import { templatesTranslationRef } from '../../translation';
import { toNameProblemText } from './nameProblems';

/** Long enough not to ask at every letter, short enough to feel live. */
const DEBOUNCE_MS = 400;

/** How the name stands. `unchecked`: the catalog could not be asked. @internal */
export type NameCheck =
  | { state: 'idle' | 'checking' | 'free' | 'unchecked' }
  | { state: 'refused'; text: string };

/** Checks a name while it is typed: its form here, whether it is free with the catalog. @internal */
export function useNameCheck(name: string): NameCheck {
  const catalogApi = useApi(catalogApiRef);
  const { t } = useTranslationRef(templatesTranslationRef);
  const [check, setCheck] = useState<NameCheck>({ state: 'idle' });

  useEffect(() => {
    if (name === '') {
      setCheck({ state: 'idle' });
      return undefined;
    }
    setCheck({ state: 'checking' });
    let isCurrent = true;
    const run = async () => {
      const problem = evaluateProjectName(name);
      if (problem) {
        setCheck({ state: 'refused', text: toNameProblemText(t, problem) });
        return;
      }
      try {
        const isTaken = await isNameTaken(catalogApi, name);
        if (!isCurrent) return;
        setCheck(
          isTaken
            ? { state: 'refused', text: t('name.problem.taken') }
            : { state: 'free' },
        );
      } catch {
        // Shown as unchecked; the check is made again when the person goes on.
        if (isCurrent) setCheck({ state: 'unchecked' });
      }
    };
    const timer = setTimeout(() => void run(), DEBOUNCE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [catalogApi, t, name]);

  return check;
}
