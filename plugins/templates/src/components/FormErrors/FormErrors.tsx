import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { ErrorListProps } from '@rjsf/utils';
import type { MouseEvent } from 'react';
import { templatesTranslationRef } from '../../translation';
import styles from './FormErrors.module.css';

/** The form gives its fields these ids. */
function toFieldId(property = ''): string {
  return `root_${property.replace(/^\./, '').replaceAll('.', '_')}`;
}

/** The field itself, or the first that can be filled in inside it. */
function focusField(event: MouseEvent, id: string) {
  event.preventDefault();
  const place = document.getElementById(id);
  const field = place?.matches('input, textarea, button')
    ? place
    : place?.querySelector<HTMLElement>('input, textarea, button') ??
      document.querySelector<HTMLElement>(
        `[id^="${id}"] input, [name="${id}"]`,
      );
  field?.focus();
}

/**
 * What is not right in a form, at its top: each a link to its field.
 *
 * @internal
 */
export function FormErrors(props: Pick<ErrorListProps, 'errors'>) {
  const { t } = useTranslationRef(templatesTranslationRef);
  return (
    <div role="alert" className={styles.errors}>
      <Text as="h3" variant="title-x-small">
        {t('form.errors')}
      </Text>
      <ul>
        {props.errors.map(({ property, message, stack }) => {
          const id = toFieldId(property);
          return (
            <li key={`${property} ${message}`}>
              <a href={`#${id}`} onClick={event => focusField(event, id)}>
                {message ?? stack}
              </a>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
