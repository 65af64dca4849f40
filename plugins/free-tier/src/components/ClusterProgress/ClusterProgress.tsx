import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { Cluster } from '@nerds/plugin-free-tier-common';
import {
  RiCheckboxBlankCircleLine,
  RiCheckboxCircleFill,
  RiCloseCircleFill,
  RiLoader4Line,
  RiTimeLine,
  type RemixiconComponentType,
} from '@remixicon/react';
import { toClusterSteps, type StepState } from '../../domain/clusterProgress';
import { freeTierTranslationRef } from '../../translation';
import { Section } from '../Section';
import styles from './ClusterProgress.module.css';

const ICONS: Record<StepState, RemixiconComponentType> = {
  done: RiCheckboxCircleFill,
  busy: RiLoader4Line,
  waiting: RiTimeLine,
  failed: RiCloseCircleFill,
  pending: RiCheckboxBlankCircleLine,
};

/** The steps of a cluster, each with how far it is and what it waits for. @internal */
export function ClusterProgress(props: { cluster: Cluster }) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  return (
    <Section id="progress" title={t('step.title')}>
      <ol className={styles.steps}>
        {toClusterSteps(props.cluster).map(step => {
          const Icon = ICONS[step.state];
          return (
            <li
              key={step.type}
              className={styles.step}
              aria-current={
                step.state === 'done' || step.state === 'pending'
                  ? undefined
                  : 'step'
              }
            >
              <Icon size={18} aria-hidden="true" />
              <Text as="span">
                {t(`step.${step.type}`)} – {t(`stepState.${step.state}`)}
              </Text>
              {step.message && (
                <Text as="p" variant="body-small" className={styles.message}>
                  {step.message}
                </Text>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
