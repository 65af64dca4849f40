import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { useLanguage } from '@nerds/page-parts';
import {
  describeProblem,
  validateEntity,
} from '@nerds/plugin-entity-model-common';
import { findHints } from '../../domain/findHints';
import { catalogPagesTranslationRef } from '../../translation';
import styles from './AttentionCard.module.css';

/** What is missing or not right, with in one line what to do about it. @internal */
export function AttentionCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const language = useLanguage();
  const lines = [
    ...findHints(entity).map(hint => t(`attention.${hint}`)),
    ...validateEntity(entity).map(problem =>
      describeProblem(problem, language),
    ),
  ];
  return (
    <EntityInfoCard title={t('attention.title')}>
      <ul className={styles.list}>
        {lines.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </EntityInfoCard>
  );
}
