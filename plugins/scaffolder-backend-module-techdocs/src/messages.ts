/** Language of the log of a task. @internal */
export type Language = 'nl' | 'en';

const MESSAGES = {
  made: {
    nl: 'De documentatie is gemaakt: {url}',
    en: 'The documentation has been made: {url}',
  },
  unchanged: {
    nl: 'De documentatie was al gemaakt: {url}',
    en: 'The documentation had been made already: {url}',
  },
  failed: {
    nl: 'De documentatie kon niet gemaakt worden: {reason}. De taak gaat verder; de documentatie wordt opnieuw gemaakt zodra iemand haar opent: {url}',
    en: 'The documentation could not be made: {reason}. The task goes on; the documentation is made again when someone opens it: {url}',
  },
  tooLate: {
    nl: 'het duurde langer dan {minutes} minuten',
    en: 'it took longer than {minutes} minutes',
  },
  dryRun: {
    nl: 'Proefrun: er wordt geen documentatie gemaakt.',
    en: 'Dry run: no documentation is made.',
  },
} as const;

/**
 * A sentence for the log of a task.
 *
 * @param values - what goes into its `{…}` parts
 * @internal
 */
export function formatMessage(
  key: keyof typeof MESSAGES,
  language: Language,
  values: Record<string, string | number> = {},
): string {
  return MESSAGES[key][language].replace(/\{(\w+)\}/g, (part, name) =>
    name in values ? String(values[name]) : part,
  );
}
