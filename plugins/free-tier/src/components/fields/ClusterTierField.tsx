import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Radio, RadioGroup, Skeleton, Text } from '@backstage/ui';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useLanguage } from '@nerds/page-parts';
import { FieldMessage, FormField, useFreshErrors } from '@nerds/form-fields';
import type { Size, Tier } from '@nerds/plugin-free-tier-common';
import { useCallback, useEffect } from 'react';
import { freeTierApiRef } from '../../api';
import type { ClusterPlan } from '../../domain/clusterForm';
import { formatQuantity } from '../../domain/quantity';
import { usePolledResource } from '../../hooks/usePolledResource';
import { freeTierTranslationRef } from '../../translation';
import { ProblemAlert } from '../ProblemAlert';
import styles from './fields.module.css';

/** Tiers are config: they change when the portal is restarted. */
const TIERS_INTERVAL_MS = 10 * 60 * 1000;

function toKey(plan: ClusterPlan): string {
  return `${plan.tier}/${plan.size}`;
}

function SizeChoice(props: { tier: Tier; size: Size }) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const language = useLanguage();
  const { tier, size } = props;
  const { quota } = size;
  return (
    <Radio value={toKey({ tier: tier.name, size: size.name })}>
      <div className={styles.choice}>
        <Text as="span" weight="bold">
          {tier.title[language]}, {size.title[language]}
        </Text>
        <Text as="span" variant="body-small">
          {size.description[language]}
        </Text>
        <Text as="span" variant="body-small">
          {t('field.whatYouGet', {
            pods: formatQuantity(quota.pods ?? '0', 'pieces', language),
            cpu: formatQuantity(
              quota['requests.cpu'] ?? '0',
              'cores',
              language,
            ),
            memory: formatQuantity(
              quota['requests.memory'] ?? '0',
              'gibibytes',
              language,
            ),
            storage: formatQuantity(
              quota['requests.storage'] ?? '0',
              'gibibytes',
              language,
            ),
          })}
        </Text>
        {tier.lifetimeDays !== undefined &&
          tier.clustersPerTeam !== undefined && (
            <Text as="span" variant="body-small">
              {t('field.tierNote', {
                lifetime: t('field.lifetime', { count: tier.lifetimeDays }),
                perTeam: `${tier.clustersPerTeam}`,
              })}
            </Text>
          )}
      </div>
    </Radio>
  );
}

function UnavailableChoice(props: { tier: Tier }) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const language = useLanguage();
  const { tier } = props;
  return (
    <Radio value={tier.name} isDisabled>
      <div className={styles.choice}>
        <Text as="span" color="secondary">
          {tier.title[language]} ({t('field.notAvailable')})
        </Text>
        <Text as="span" variant="body-small" color="secondary">
          {tier.description[language]}
        </Text>
      </div>
    </Radio>
  );
}

/** Asks for the price model and size, each with what one gets. @internal */
export function ClusterTierField(
  props: FieldExtensionComponentProps<ClusterPlan>,
) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const api = useApi(freeTierApiRef);
  const { formData: plan, idSchema, onChange, disabled } = props;
  const { value, error, isLoading, refresh } = usePolledResource(
    useCallback(signal => api.listTiers({ signal }), [api]),
    () => TIERS_INTERVAL_MS,
  );
  const formError = useFreshErrors(props.rawErrors, plan);
  const tiers = value ?? [];
  const first = tiers.find(tier => tier.available && tier.sizes.length > 0);
  const isChosen = !!plan?.tier && !!plan.size;

  // Without dependencies on purpose, see OwnTeamField.
  useEffect(() => {
    if (!isChosen && first) {
      onChange({ tier: first.name, size: first.sizes[0].name });
    }
  });

  if (isLoading) return <Skeleton width="100%" height={160} />;
  if (error && !value) return <ProblemAlert error={error} onRetry={refresh} />;
  const messageId = `${idSchema.$id}-message`;
  return (
    <FormField>
      <RadioGroup
        id={idSchema.$id}
        label={t('field.plan')}
        secondaryLabel={t('field.required')}
        aria-describedby={messageId}
        isRequired
        isInvalid={!!formError}
        isDisabled={disabled}
        validationBehavior="aria"
        value={isChosen ? toKey(plan) : ''}
        onChange={key => {
          const [tier, size] = key.split('/');
          onChange({ tier, size });
        }}
      >
        {tiers.flatMap(tier =>
          tier.available
            ? tier.sizes.map(size => (
                <SizeChoice
                  key={toKey({ tier: tier.name, size: size.name })}
                  tier={tier}
                  size={size}
                />
              ))
            : [<UnavailableChoice key={tier.name} tier={tier} />],
        )}
      </RadioGroup>
      <FieldMessage id={messageId} error={formError} />
    </FormField>
  );
}
