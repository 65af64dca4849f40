import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { MachineTokenRequest } from '@nerds/plugin-machine-access-common';
import { useRef, useState, type FormEvent } from 'react';
import { toFieldErrors, type FieldErrors } from '../../domain/fieldErrors';
import { useFocusOnInvalid } from '../../hooks/useFocusOnInvalid';
import { accessTranslationRef } from '../../translation';

/** Fields of a token, as the API names them. @internal */
export const TOKEN_FIELDS = [
  'name',
  'team',
  'permissions',
  'lifetimeDays',
  'purpose',
];

/** Usual lifetimes; the shortest is chosen at first. @internal */
export const LIFETIMES_DAYS = ['30', '90', '365'];

interface TokenFormValues {
  name: string;
  /** Entity ref. */
  team: string;
  permissions: string[];
  /** As typed. */
  lifetimeDays: string;
  purpose: string;
}

/** As the API takes it; it is part of the name the machine acts under. */
function isTokenName(name: string): boolean {
  return (
    name.length >= 3 &&
    name.length <= 40 &&
    /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)
  );
}

/** The values of the form and what is wrong with them. @internal */
export function useTokenForm(options: {
  teams: string[];
  /** Why the last try failed. */
  error?: Error;
  onSubmit: (request: MachineTokenRequest) => Promise<void>;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const { teams, error, onSubmit } = options;
  const [values, setValues] = useState<TokenFormValues>({
    name: '',
    team: teams.length === 1 ? teams[0] : '',
    permissions: [],
    lifetimeDays: LIFETIMES_DAYS[0],
    purpose: '',
  });
  const [tries, setTries] = useState(0);
  const isSubmitted = tries > 0;
  const form = useRef<HTMLFormElement>(null);

  const found: FieldErrors = {
    ...(!isTokenName(values.name.trim()) && {
      name: t('createToken.nameRequired'),
    }),
    ...(!values.team && { team: t('createToken.teamRequired') }),
    ...(values.permissions.length === 0 && {
      permissions: t('createToken.permissionsRequired'),
    }),
    ...(!/^[1-9]\d{0,3}$/.test(values.lifetimeDays.trim()) && {
      lifetimeDays: t('createToken.lifetimeRequired'),
    }),
  };
  const isComplete = Object.keys(found).length === 0;
  useFocusOnInvalid(form, isComplete ? error : tries || undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTries(tries + 1);
    if (!isComplete) return;
    const purpose = values.purpose.trim();
    void onSubmit({
      name: values.name.trim(),
      team: values.team,
      permissions: values.permissions,
      lifetimeDays: Number(values.lifetimeDays),
      ...(purpose && { purpose }),
    });
  };
  return {
    ref: form,
    values,
    set: (changes: Partial<TokenFormValues>) =>
      setValues(current => ({ ...current, ...changes })),
    errors: isSubmitted ? { ...toFieldErrors(error), ...found } : {},
    isRefused: isSubmitted && !isComplete,
    submit,
  };
}
