import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Radio, RadioGroup, Text, TextField } from '@backstage/ui';
import { useCall } from '@nerds/page-parts';
import type { Cluster, IssuedKubeconfig } from '@nerds/plugin-free-tier-common';
import { useCallback, useState, type FormEvent } from 'react';
import { freeTierApiRef } from '../../api';
import { usePolledResource } from '../../hooks/usePolledResource';
import { freeTierTranslationRef } from '../../translation';
import { ProblemAlert } from '../ProblemAlert';
import styles from './ClusterConnect.module.css';
import { IssuedSecret } from './IssuedSecret';
import { MachineCredentials } from './MachineCredentials';

const LIFETIMES_HOURS = [1, 8, 24];
const DESCRIPTION_MAX_LENGTH = 200;

/** Somebody else in the team may revoke one. */
const CREDENTIALS_INTERVAL_MS = 30_000;

/** A pipeline's access: a token with a lifetime, shown once, and what was given out before. @internal */
export function MachineAccess(props: {
  cluster: Cluster;
  /** Why there is no access now; absent when there is. */
  disabledReason?: string;
  /** What was just handed out; kept above, so that looking at the other tab does not lose it. */
  issued?: IssuedKubeconfig;
  onIssued: (issued?: IssuedKubeconfig) => void;
}) {
  const { t } = useTranslationRef(freeTierTranslationRef);
  const api = useApi(freeTierApiRef);
  const { cluster, disabledReason, issued, onIssued } = props;
  const [hours, setHours] = useState(LIFETIMES_HOURS[0]);
  const [description, setDescription] = useState('');
  const [isSubmitted, setIsSubmitted] = useState(false);
  const credentials = usePolledResource(
    useCallback(
      signal => api.listMachineCredentials(cluster.id, { signal }),
      [api, cluster.id],
    ),
    () => CREDENTIALS_INTERVAL_MS,
  );
  const { run, isRunning, error } = useCall(async () => {
    onIssued(
      await api.issueKubeconfig(cluster.id, {
        kind: 'machine',
        lifetimeSeconds: hours * 60 * 60,
        description: description.trim(),
      }),
    );
    setDescription('');
    setIsSubmitted(false);
    credentials.refresh();
  });

  const toDescriptionError = () => {
    if (description.trim() === '') return t('machine.descriptionRequired');
    if (description.length > DESCRIPTION_MAX_LENGTH) {
      return t('machine.descriptionTooLong', {
        limit: `${DESCRIPTION_MAX_LENGTH}`,
      });
    }
    return undefined;
  };
  const descriptionError = isSubmitted ? toDescriptionError() : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setIsSubmitted(true);
    if (!toDescriptionError()) void run();
  };

  return (
    <div className={styles.part}>
      <Text as="p">{t('machine.text')}</Text>
      {error && <ProblemAlert error={error} />}
      {issued ? (
        <IssuedSecret
          cluster={cluster}
          issued={issued}
          onHide={() => onIssued(undefined)}
        />
      ) : (
        <form onSubmit={submit} className={styles.fields} noValidate>
          <RadioGroup
            label={t('machine.lifetime')}
            orientation="horizontal"
            value={`${hours}`}
            onChange={value => setHours(Number(value))}
          >
            {LIFETIMES_HOURS.map(count => (
              <Radio key={count} value={`${count}`}>
                {t('machine.hours', { count })}
              </Radio>
            ))}
          </RadioGroup>
          <TextField
            label={t('machine.description')}
            secondaryLabel={t('field.required')}
            description={t('machine.descriptionHint')}
            isRequired
            validationBehavior="aria"
            validate={() => descriptionError ?? null}
            value={description}
            onChange={setDescription}
          />
          <div className={styles.actions}>
            <Button
              variant="primary"
              type="submit"
              isDisabled={!!disabledReason || isRunning}
            >
              {t('machine.create')}
            </Button>
            <Text as="span" variant="body-small" role="status">
              {disabledReason}
            </Text>
          </div>
        </form>
      )}
      <MachineCredentials cluster={cluster} credentials={credentials} />
    </div>
  );
}
