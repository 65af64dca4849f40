import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { MAX_QUERY_LENGTH } from '@nerds/plugin-search-common';
import { RiSearchLine } from '@remixicon/react';
import { useEffect, useId, useRef, type FormEvent } from 'react';
import { useNavigate } from 'react-router-dom';
import { searchTranslationRef } from '../../translation';
import { toSearchPath } from '../../useSearchQuery';
import styles from './SearchForm.module.css';

/**
 * The search box. A search starts when one asks for it and not with every
 * letter, so that nothing changes under the hands of who uses a screen reader.
 *
 * @param props - `query`: what was searched for; `isSmall`: with an icon for a button
 * @internal
 */
export function SearchForm(props: { query: string; isSmall?: boolean }) {
  const { t } = useTranslationRef(searchTranslationRef);
  const navigate = useNavigate();
  const id = useId();
  const box = useRef<HTMLInputElement>(null);
  const { query, isSmall = false } = props;
  // what was searched for since is what it starts from; the box keeps the focus
  useEffect(() => {
    if (box.current) box.current.value = query;
  }, [query]);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    navigate(toSearchPath({ query: box.current?.value.trim() }));
  };
  return (
    <form
      role="search"
      aria-label={t(isSmall ? 'box.short' : 'page.title')}
      className={isSmall ? styles.small : styles.form}
      onSubmit={onSubmit}
    >
      <label htmlFor={id} className={isSmall ? styles.hidden : styles.label}>
        {t(isSmall ? 'box.short' : 'box.label')}
      </label>
      <div className={styles.row}>
        <input
          ref={box}
          id={id}
          type="search"
          defaultValue={query}
          maxLength={MAX_QUERY_LENGTH}
          placeholder={isSmall ? t('box.button') : undefined}
          autoComplete="off"
        />
        <button
          type="submit"
          aria-label={isSmall ? t('box.button') : undefined}
        >
          {isSmall ? <RiSearchLine size={18} /> : t('box.button')}
        </button>
      </div>
    </form>
  );
}
