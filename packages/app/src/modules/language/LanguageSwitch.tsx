import {
  appLanguageApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { appTranslationRef } from '../../translation';
import styles from './LanguageSwitch.module.css';
import { useLanguage } from './useLanguage';

/** A language is named in that language: who needs it must be able to read it. */
function toLanguageName(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(
    language,
  );
  return name ? name[0].toLocaleUpperCase(language) + name.slice(1) : language;
}

/**
 * One button per language of the portal.
 *
 * @internal
 */
export function LanguageSwitch() {
  const api = useApi(appLanguageApiRef);
  const current = useLanguage();
  const { t } = useTranslationRef(appTranslationRef);
  return (
    <div role="group" aria-label={t('nav.language')} className={styles.switch}>
      {api.getAvailableLanguages().languages.map(language => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === current}
          className={styles.language}
          onClick={() => api.setLanguage(language)}
        >
          {toLanguageName(language)}
        </button>
      ))}
    </div>
  );
}
