import type { JsonObject } from '@backstage/types';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import { describeAnswers, type Answer } from '../../domain/describeAnswers';
import { templatesTranslationRef } from '../../translation';
import styles from './ReviewAnswers.module.css';

function AnswerValue({ value }: Pick<Answer, 'value'>) {
  const { t } = useTranslationRef(templatesTranslationRef);
  switch (value.is) {
    case 'text':
      return <>{value.text}</>;
    case 'entity':
      return (
        <EntityDisplayName entityRef={value.ref} hideIcon disableTooltip />
      );
    case 'yes':
      return <>{t('review.yes')}</>;
    case 'no':
      return <>{t('review.no')}</>;
    case 'hidden':
      return <>{t('review.hidden')}</>;
    default:
      return (
        <Text as="span" color="secondary">
          {t('review.empty')}
        </Text>
      );
  }
}

/** Everything that was answered, page by page, before the form is sent. @internal */
export function ReviewAnswers(props: {
  schemas: { title: string; mergedSchema: JsonObject }[];
  formState: JsonObject;
}) {
  const pages = describeAnswers(
    props.schemas.map(({ title, mergedSchema }) => ({
      title,
      schema: mergedSchema,
    })),
    props.formState,
  );
  return (
    <div className={styles.pages}>
      {pages.map(({ title, answers }, page) => (
        // a page has no key of its own, and they stay where they are
        // eslint-disable-next-line react/no-array-index-key
        <section key={page} aria-label={title}>
          <Text as="h3" variant="title-x-small">
            {title}
          </Text>
          <dl className={styles.answers}>
            {answers.map((answer, index) => (
              // eslint-disable-next-line react/no-array-index-key
              <div key={index} className={styles.answer}>
                <dt>{answer.title}</dt>
                <dd>
                  <AnswerValue value={answer.value} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
