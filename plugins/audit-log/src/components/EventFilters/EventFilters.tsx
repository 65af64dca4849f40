import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Button, TextField, useBreakpoint } from '@backstage/ui';
import { RiArrowDownSLine, RiArrowUpSLine } from '@remixicon/react';
import { useEffect, useId, useState, type FormEvent } from 'react';
import {
  countFilters,
  NO_FILTERS,
  type EventFilters as Filters,
} from '../../domain/filters';
import { auditLogTranslationRef } from '../../translation';
import { ChoiceField } from './ChoiceField';
import styles from './EventFilters.module.css';
import { MomentField } from './MomentField';
import { useChoices } from './useChoices';

type Change = (changes: Partial<Filters>) => void;

function PeriodFields(props: {
  draft: Filters;
  momentError?: string;
  onChange: Change;
}) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const { draft, momentError, onChange } = props;
  const { periods } = useChoices(draft.act);
  return (
    <>
      <ChoiceField
        label={t('filter.period')}
        choices={periods}
        value={draft.period}
        onChange={period => onChange({ period: period || 'all' })}
      />
      {draft.period === 'custom' && (
        <>
          <MomentField
            label={t('filter.from')}
            value={draft.from}
            onChange={from => onChange({ from })}
          />
          <MomentField
            label={t('filter.to')}
            value={draft.to}
            error={momentError}
            onChange={to => onChange({ to })}
          />
        </>
      )}
    </>
  );
}

function OtherFields({
  draft,
  onChange,
}: {
  draft: Filters;
  onChange: Change;
}) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const { acts, results, severities } = useChoices(draft.act);
  const toTextField = (
    name: 'actor' | 'object' | 'team' | 'correlationId',
    example?: string,
  ) => (
    <TextField
      size="medium"
      label={t(`filter.${name}`)}
      placeholder={example}
      autoComplete="off"
      spellCheck="false"
      value={draft[name]}
      onChange={value => onChange({ [name]: value })}
    />
  );
  return (
    <>
      {toTextField('actor', t('filter.actorHint'))}
      <ChoiceField
        label={t('filter.act')}
        noneLabel={t('filter.any')}
        groups={acts}
        value={draft.act}
        onChange={act => onChange({ act })}
      />
      {toTextField('object', t('filter.objectHint'))}
      <ChoiceField
        label={t('filter.result')}
        noneLabel={t('filter.any')}
        choices={results}
        value={draft.result}
        onChange={result => onChange({ result })}
      />
      {toTextField('team', t('filter.teamHint'))}
      <ChoiceField
        label={t('filter.severity')}
        noneLabel={t('filter.any')}
        choices={severities}
        value={draft.severity}
        onChange={severity => onChange({ severity })}
      />
      {toTextField('correlationId')}
    </>
  );
}

/**
 * Narrows the list. Nothing happens while somebody fills it in: only the button
 * or the Enter key filters.
 * @internal
 */
export function EventFilters(props: {
  filters: Filters;
  onChange: (filters: Filters) => void;
}) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const { filters, onChange } = props;
  const isNarrow = useBreakpoint().down('md');
  const [isOpen, setIsOpen] = useState(false);
  const [draft, setDraft] = useState(filters);
  const formId = useId();
  // the address changed by a link or the back button
  useEffect(() => setDraft(filters), [filters]);

  const change: Change = changes =>
    setDraft(current => ({ ...current, ...changes }));
  const isReversed =
    draft.period === 'custom' &&
    draft.from !== '' &&
    draft.to !== '' &&
    draft.to <= draft.from;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isReversed) onChange(draft);
  };
  const count = countFilters(filters);
  const Icon = isOpen ? RiArrowUpSLine : RiArrowDownSLine;
  return (
    <section aria-label={t('filter.title')}>
      {isNarrow && (
        <Button
          variant="secondary"
          className={styles.toggle}
          iconEnd={<Icon aria-hidden="true" />}
          aria-expanded={isOpen}
          aria-controls={isOpen ? formId : undefined}
          onPress={() => setIsOpen(!isOpen)}
        >
          {count > 0 ? t('filter.show', { count }) : t('filter.title')}
        </Button>
      )}
      {(isOpen || !isNarrow) && (
        <form id={formId} onSubmit={submit} noValidate>
          <div className={styles.fields}>
            <PeriodFields
              draft={draft}
              momentError={isReversed ? t('filter.toBeforeFrom') : undefined}
              onChange={change}
            />
            <OtherFields draft={draft} onChange={change} />
          </div>
          <div className={styles.actions}>
            <Button variant="primary" type="submit">
              {t('filter.apply')}
            </Button>
            <Button variant="secondary" onPress={() => onChange(NO_FILTERS)}>
              {t('filter.clear')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
