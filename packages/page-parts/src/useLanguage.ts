import { appLanguageApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/** A language of the portal. @public */
export type Language = 'nl' | 'en';

/** The language the person reads the portal in; changes with the choice. @public */
export function useLanguage(): Language {
  const languageApi = useApi(appLanguageApiRef);
  const [language, setLanguage] = useState(
    () => languageApi.getLanguage().language,
  );
  useEffect(() => {
    const subscription = languageApi
      .language$()
      .subscribe(next => setLanguage(next.language));
    return () => subscription.unsubscribe();
  }, [languageApi]);
  return toLanguage(language);
}

/** Anything but Dutch reads the English texts, which are the defaults. @public */
export function toLanguage(language: string): Language {
  return language.startsWith('nl') ? 'nl' : 'en';
}
