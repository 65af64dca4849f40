import type { JsonObject, JsonValue } from '@backstage/types';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityDisplayName } from '@backstage/plugin-catalog-react';
import type { FieldExtensionOptions } from '@backstage/plugin-scaffolder-react';
import { Text } from '@backstage/ui';
import { findAnswerView, type AnswerView } from '@nerds/form-fields';
import { describeAnswers, type Answer } from '../../domain/describeAnswers';
import { templatesTranslationRef } from '../../translation';
import styles from './ReviewAnswers.module.css';

/** Fields with their own way to show an answer, by the name of the field. */
type Views = ReadonlyMap<string, AnswerView>;

function OwnAnswer(props: { view?: AnswerView; answer: JsonValue }) {
  const { view: View, answer } = props;
  return View ? <View value={answer} /> : null;
}

function AnswerValue({
  value,
  views,
}: Pick<Answer, 'value'> & { views: Views }) {
  const { t } = useTranslationRef(templatesTranslationRef);
  switch (value.is) {
    case 'text':
      return <>{value.text}</>;
    case 'entity':
      return (
        <EntityDisplayName entityRef={value.ref} hideIcon disableTooltip />
      );
    case 'own':
      return <OwnAnswer view={views.get(value.field)} answer={value.answer} />;
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

function findViews(fields: FieldExtensionOptions[]): Views {
  return new Map(
    fields.flatMap(({ name, component }) => {
      const view = findAnswerView(component);
      return view ? [[name, view] as const] : [];
    }),
  );
}

/** Everything that was answered, page by page, before the form is sent. @internal */
export function ReviewAnswers(props: {
  schemas: { title: string; mergedSchema: JsonObject }[];
  formState: JsonObject;
  fields?: FieldExtensionOptions[];
}) {
  const views = findViews(props.fields ?? []);
  const pages = describeAnswers(
    props.schemas.map(({ title, mergedSchema }) => ({
      title,
      schema: mergedSchema,
    })),
    props.formState,
    new Set(views.keys()),
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
                  <AnswerValue value={answer.value} views={views} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
