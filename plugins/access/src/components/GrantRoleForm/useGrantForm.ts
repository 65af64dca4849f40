import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  GRANTABLE_ROLES,
  TEAM_ROLES,
  type GrantableRole,
  type RoleGrantRequest,
} from '@nerds/plugin-access-common';
import { useRef, useState, type FormEvent } from 'react';
import { toEntityName } from '../../domain/entityName';
import { toFieldErrors, type FieldErrors } from '../../domain/fieldErrors';
import { toEndOfDay } from '../../domain/moment';
import { toSubjectRef, type RefOption } from '../../domain/subjectRef';
import type { Directory } from '../../hooks/useDirectory';
import { useFocusOnInvalid } from '../../hooks/useFocusOnInvalid';
import { accessTranslationRef } from '../../translation';

/** Fields of a grant, as the API names them. @internal */
export const GRANT_FIELDS = ['role', 'subject', 'team', 'reason', 'expiresAt'];

interface GrantFormValues {
  role: string;
  kind: 'user' | 'group';
  /** What is typed, or the label of what was chosen. */
  subject: string;
  team: string;
  reason: string;
  /** `YYYY-MM-DD`; empty: until revoked. */
  endDay: string;
}

const EMPTY: GrantFormValues = {
  role: '',
  kind: 'user',
  subject: '',
  team: '',
  reason: '',
  endDay: '',
};

/** Whether a role is about a team. @internal */
export function isTeamRole(role: string): boolean {
  return TEAM_ROLES.some(candidate => candidate === role);
}

function isGrantableRole(role: string): role is GrantableRole {
  return GRANTABLE_ROLES.some(candidate => candidate === role);
}

function listTeamOptions({ me, people }: Directory): RefOption[] {
  const refs = [
    ...(me.value?.teams ?? []),
    ...(people.value ?? []).flatMap(person => person.teams),
  ];
  return [...new Set(refs)]
    .map(ref => ({ id: ref, label: toEntityName(ref) }))
    .sort((left, right) => left.label.localeCompare(right.label));
}

function listPersonOptions({ people }: Directory): RefOption[] {
  return (people.value ?? []).map(({ ref, displayName }) => ({
    id: ref,
    label: displayName
      ? `${displayName} (${toEntityName(ref)})`
      : toEntityName(ref),
  }));
}

/** The values of the form, what can be chosen, and what is wrong. @internal */
export function useGrantForm(options: {
  directory: Directory;
  /** Why the last try failed. */
  error?: Error;
  onSubmit: (request: RoleGrantRequest) => Promise<void>;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const { directory, error, onSubmit } = options;
  const [values, setValues] = useState(EMPTY);
  const [tries, setTries] = useState(0);
  const isSubmitted = tries > 0;
  const form = useRef<HTMLFormElement>(null);
  const teamOptions = listTeamOptions(directory);
  const subjectOptions =
    values.kind === 'user' ? listPersonOptions(directory) : teamOptions;

  const found: FieldErrors = {
    ...(!isGrantableRole(values.role) && {
      role: t('grantForm.roleRequired'),
    }),
    ...(!values.subject.trim() && { subject: t('grantForm.subjectRequired') }),
    ...(!values.reason.trim() && { reason: t('reason.required') }),
  };
  const isComplete = Object.keys(found).length === 0;
  useFocusOnInvalid(form, isComplete ? error : tries || undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTries(tries + 1);
    if (!isComplete || !isGrantableRole(values.role)) return;
    const team = isTeamRole(values.role)
      ? toSubjectRef(values.team, 'group', teamOptions)
      : '';
    void onSubmit({
      role: values.role,
      subject: toSubjectRef(values.subject, values.kind, subjectOptions),
      reason: values.reason.trim(),
      ...(team && { team }),
      ...(values.endDay && { expiresAt: toEndOfDay(values.endDay) }),
    });
  };
  return {
    ref: form,
    values,
    set: (changes: Partial<GrantFormValues>) =>
      setValues(current => ({ ...current, ...changes })),
    errors: isSubmitted ? { ...toFieldErrors(error), ...found } : {},
    isRefused: isSubmitted && !isComplete,
    roleOptions: GRANTABLE_ROLES.map(role => ({
      id: role,
      label:
        directory.roles.value?.find(candidate => candidate.role === role)
          ?.title ?? t(`role.${role}`),
    })),
    subjectOptions,
    teamOptions,
    submit,
  };
}
