import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useLanguage } from '@nerds/page-parts';
import type {
  CatalogSource,
  SourceRun,
} from '@nerds/plugin-catalog-sources-common';
import type { ReactNode } from 'react';
import { formatMoment } from '../../domain/moment';
import { catalogSourcesTranslationRef } from '../../translation';
import styles from './SourceFacts.module.css';

function Facts({ facts }: { facts: [string, ReactNode][] }) {
  const { t } = useTranslationRef(catalogSourcesTranslationRef);
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? t('fact.none')}</dd>
        </div>
      ))}
    </dl>
  );
}

function Moment({ iso }: { iso: string }) {
  return <time dateTime={iso}>{formatMoment(iso, useLanguage())}</time>;
}

/** How a source or a run stands, in words. */
function StateText({ state }: { state: CatalogSource['state'] }) {
  const { t } = useTranslationRef(catalogSourcesTranslationRef);
  return <>{t(`state.${state}`)}</>;
}

/** When a source was last read successfully, and whether that is too long ago. */
function Freshness({ source }: { source: CatalogSource }) {
  const { t } = useTranslationRef(catalogSourcesTranslationRef);
  const { freshAt, isOverdue } = source;
  return (
    <>
      {freshAt ? <Moment iso={freshAt} /> : t('fact.never')}
      {isOverdue && (
        <strong className={styles.overdue}>{t('fact.overdue')}</strong>
      )}
    </>
  );
}

const COUNTS = [
  'read',
  'added',
  'changed',
  'unchanged',
  'archived',
  'removed',
  'failed',
] as const;

function useRunTexts() {
  const { t } = useTranslationRef(catalogSourcesTranslationRef);
  const toDuration = (ms: number) =>
    ms < 120_000
      ? t('duration.seconds', { count: Math.ceil(ms / 1_000) } as never)
      : t('duration.minutes', { count: Math.round(ms / 60_000) } as never);
  return ({
    durationMs,
    counts,
  }: Pick<SourceRun, 'durationMs' | 'counts'>) => ({
    duration: durationMs === undefined ? undefined : toDuration(durationMs),
    // a run that changed little says little
    counts:
      counts &&
      COUNTS.filter(name => name === 'read' || counts[name] > 0)
        .map(name => t(`counts.${name}`, { count: counts[name] } as never))
        .join(', '),
  });
}

/** What is known about a source. @internal */
export function SourceFacts({ source }: { source: CatalogSource }) {
  const { t } = useTranslationRef(catalogSourcesTranslationRef);
  const { duration, counts } = useRunTexts()(source);
  const { state, endedAt, nextRunAt } = source;
  return (
    <Facts
      facts={[
        [t('fact.state'), <StateText state={state} />],
        [t('fact.last'), endedAt && <Moment iso={endedAt} />],
        [t('fact.fresh'), <Freshness source={source} />],
        [t('fact.next'), nextRunAt && <Moment iso={nextRunAt} />],
        [t('fact.duration'), duration],
        [t('fact.entities'), source.entityCount],
        [t('fact.counts'), counts],
      ]}
    />
  );
}

/** What is known about a run. @internal */
export function RunFacts({ run }: { run: SourceRun }) {
  const { t } = useTranslationRef(catalogSourcesTranslationRef);
  const { duration, counts } = useRunTexts()(run);
  return (
    <Facts
      facts={[
        [t('fact.state'), <StateText state={run.state} />],
        [t('fact.last'), <Moment iso={run.startedAt} />],
        [t('fact.duration'), duration],
        [t('fact.counts'), counts],
      ]}
    />
  );
}
