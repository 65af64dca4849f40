import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Alert } from '@backstage/ui';
import type { FileValidation } from '@nerds/plugin-entity-model-common';
import { catalogPagesTranslationRef } from '../../translation';
import styles from './EntityCheckPage.module.css';

/** What is not right in a file, in the order of the file. @internal */
export function CheckResult({ result }: { result: FileValidation }) {
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const { valid, problems } = result;
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const verdict = valid
    ? ({ status: 'success', title: t('check.valid') } as const)
    : ({
        status: 'danger',
        title: t('check.invalid', { count: errors }),
      } as const);
  return (
    <div className={styles.result}>
      <Alert icon {...verdict} />
      {problems.length > 0 && (
        <ol className={styles.problems} aria-label={t('check.problems')}>
          {problems.map(({ severity, line, entity, detail }, index) => (
            <li key={index}>
              <strong>
                {t('check.line', { line: `${line}` })}:{' '}
                {t(`check.severity.${severity}`)}
              </strong>
              {entity && ` ${t('check.in', { entity })}`}
              <p className={styles.detail}>{detail}</p>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
