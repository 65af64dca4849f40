import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, Select, Text, TextField } from '@backstage/ui';
import { ProblemAlert, useCall } from '@nerds/page-parts';
import type {
  CreatedMachineToken,
  GrantablePermission,
} from '@nerds/plugin-machine-access-common';
import { useId } from 'react';
import { machineAccessApiRef } from '../../api';
import { toEntityName } from '../../domain/entityName';
import { isSaidAtFields } from '../../domain/fieldErrors';
import { accessTranslationRef } from '../../translation';
import { FieldMessage } from '../FieldMessage';
import styles from './CreateTokenForm.module.css';
import { LifetimeField } from './LifetimeField';
import { PermissionsField } from './PermissionsField';
import { TOKEN_FIELDS, useTokenForm } from './useTokenForm';

/** A text that is asked for, with what is wrong with it. */
function TextQuestion(props: {
  label: string;
  secondaryLabel: string;
  description: string;
  isRequired?: boolean;
  error?: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const messageId = useId();
  const { error, ...field } = props;
  return (
    <div>
      <TextField
        {...field}
        size="medium"
        aria-describedby={messageId}
        isInvalid={!!error}
        validationBehavior="aria"
        autoComplete="off"
      />
      <FieldMessage id={messageId} error={error} />
    </div>
  );
}

/** Asks what a machine may do, for which team and how long. @internal */
export function CreateTokenForm(props: {
  id: string;
  /** Entity refs of the own teams; at least one. */
  teams: string[];
  permissions: GrantablePermission[];
  onCreated: (created: CreatedMachineToken) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const api = useApi(machineAccessApiRef);
  const { id, teams, permissions, onCreated, onCancel } = props;
  const { run, isRunning, error } = useCall(
    async (request: Parameters<typeof api.createToken>[0]) =>
      onCreated(await api.createToken(request)),
  );
  const form = useTokenForm({ teams, error, onSubmit: run });
  const { values, set, errors } = form;
  const teamMessageId = useId();
  return (
    <form
      id={id}
      ref={form.ref}
      aria-label={t('createToken.open')}
      onSubmit={form.submit}
      className={styles.form}
      noValidate
    >
      {error && !isSaidAtFields(error, TOKEN_FIELDS) && (
        <ProblemAlert error={error} />
      )}
      <TextQuestion
        label={t('createToken.name')}
        secondaryLabel={t('field.required')}
        description={t('createToken.nameHint')}
        isRequired
        error={errors.name}
        value={values.name}
        onChange={name => set({ name })}
      />
      <div>
        <Select
          size="medium"
          label={t('tokens.team')}
          secondaryLabel={t('field.required')}
          description={t('createToken.teamHint')}
          placeholder={t('createToken.teamPlaceholder')}
          aria-describedby={teamMessageId}
          options={teams.map(team => ({ id: team, label: toEntityName(team) }))}
          isRequired
          isInvalid={!!errors.team}
          validationBehavior="aria"
          value={values.team || null}
          onChange={key => set({ team: String(key ?? '') })}
        />
        <FieldMessage id={teamMessageId} error={errors.team} />
      </div>
      <PermissionsField
        permissions={permissions}
        error={errors.permissions}
        value={values.permissions}
        onChange={chosen => set({ permissions: chosen })}
      />
      <LifetimeField
        error={errors.lifetimeDays}
        value={values.lifetimeDays}
        onChange={lifetimeDays => set({ lifetimeDays })}
      />
      <TextQuestion
        label={t('tokens.purpose')}
        secondaryLabel={t('field.optional')}
        description={t('createToken.purposeHint')}
        error={errors.purpose}
        value={values.purpose}
        onChange={purpose => set({ purpose })}
      />
      <div className={styles.actions}>
        <Button variant="primary" type="submit" isDisabled={isRunning}>
          {t('createToken.submit')}
        </Button>
        <Button variant="secondary" onPress={onCancel}>
          {t('dialog.cancel')}
        </Button>
        <Text as="span" variant="body-small" role="status">
          {form.isRefused && t('field.someWrong')}
        </Text>
      </div>
    </form>
  );
}
