/** A person, group or team that can be chosen by its label. @internal */
export interface RefOption {
  /** Entity ref. */
  id: string;
  label: string;
}

/**
 * The entity ref that a person means by what was typed: one of the options by
 * its label, an entity ref as it is, or a name. `jan` is `user:default/jan`.
 *
 * @returns empty for an empty text
 * @internal
 */
export function toSubjectRef(
  text: string,
  kind: 'user' | 'group',
  options: RefOption[] = [],
): string {
  const typed = text.trim();
  if (!typed) return '';
  const chosen = options.find(option => option.label === typed);
  if (chosen) return chosen.id;
  if (typed.includes(':')) return typed.toLocaleLowerCase('en-US');
  const path = typed.includes('/') ? typed : `default/${typed}`;
  return `${kind}:${path.toLocaleLowerCase('en-US')}`;
}
