import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  Button,
  DatePicker,
  Radio,
  RadioGroup,
  Select,
  Text,
} from '@backstage/ui';
import { ProblemAlert, useCall } from '@nerds/page-parts';
import type { RoleGrant } from '@nerds/plugin-access-common';
import { useId } from 'react';
import { accessApiRef } from '../../api';
import { isSaidAtFields } from '../../domain/fieldErrors';
import type { Directory } from '../../hooks/useDirectory';
import { accessTranslationRef } from '../../translation';
import { FieldMessage } from '../FieldMessage';
import { ReasonField } from '../ReasonField';
import { RefField } from '../RefField';
import styles from './GrantRoleForm.module.css';
import { GRANT_FIELDS, isTeamRole, useGrantForm } from './useGrantForm';

/** Asks which role for whom, until when and why. @internal */
export function GrantRoleForm(props: {
  id: string;
  directory: Directory;
  onGranted: (grant: RoleGrant) => void;
  onCancel: () => void;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const api = useApi(accessApiRef);
  const { id, directory, onGranted, onCancel } = props;
  const { run, isRunning, error } = useCall(
    async (request: Parameters<typeof api.grantRole>[0]) =>
      onGranted(await api.grantRole(request)),
  );
  const form = useGrantForm({ directory, error, onSubmit: run });
  const { values, set, errors } = form;
  const roleMessageId = useId();
  const dateMessageId = useId();
  return (
    <form
      id={id}
      ref={form.ref}
      aria-label={t('grantForm.open')}
      onSubmit={form.submit}
      className={styles.form}
      noValidate
    >
      {error && !isSaidAtFields(error, GRANT_FIELDS) && (
        <ProblemAlert error={error} />
      )}
      <div>
        <Select
          size="medium"
          label={t('grantForm.role')}
          secondaryLabel={t('field.required')}
          placeholder={t('grantForm.rolePlaceholder')}
          aria-describedby={roleMessageId}
          options={form.roleOptions}
          isRequired
          isInvalid={!!errors.role}
          validationBehavior="aria"
          value={values.role || null}
          onChange={key => set({ role: String(key ?? '') })}
        />
        <FieldMessage id={roleMessageId} error={errors.role} />
      </div>
      <RadioGroup
        label={t('grantForm.kind')}
        orientation="horizontal"
        value={values.kind}
        onChange={kind =>
          set({ kind: kind === 'group' ? 'group' : 'user', subject: '' })
        }
      >
        <Radio value="user">{t('grantForm.person')}</Radio>
        <Radio value="group">{t('grantForm.group')}</Radio>
      </RadioGroup>
      <RefField
        key={values.kind}
        label={
          values.kind === 'user' ? t('grantForm.person') : t('grantForm.group')
        }
        secondaryLabel={t('field.required')}
        description={t(`grantForm.${values.kind}Hint`)}
        options={form.subjectOptions}
        isRequired
        error={errors.subject}
        value={values.subject}
        onChange={subject => set({ subject })}
      />
      {isTeamRole(values.role) && (
        <RefField
          label={t('grantForm.team')}
          secondaryLabel={t('field.optional')}
          description={t('grantForm.teamHint')}
          options={form.teamOptions}
          error={errors.team}
          value={values.team}
          onChange={team => set({ team })}
        />
      )}
      <ReasonField
        value={values.reason}
        onChange={reason => set({ reason })}
        error={errors.reason}
      />
      <div>
        <DatePicker
          size="medium"
          label={t('grantForm.endDate')}
          secondaryLabel={t('field.optional')}
          description={t('grantForm.endDateHint')}
          aria-describedby={dateMessageId}
          isInvalid={!!errors.expiresAt}
          validationBehavior="aria"
          onChange={date => set({ endDay: date ? date.toString() : '' })}
        />
        <FieldMessage id={dateMessageId} error={errors.expiresAt} />
      </div>
      <div className={styles.actions}>
        <Button variant="primary" type="submit" isDisabled={isRunning}>
          {t('grantForm.submit')}
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
