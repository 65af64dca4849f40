import type { ComponentType } from 'react';

/** Shows what somebody answered, before the form is sent. @public */
export type AnswerView = ComponentType<{ value: unknown }>;

const views = new WeakMap<object, AnswerView>();

/**
 * Gives a field its own way to show an answer, for an answer whose words only the
 * field knows; the schema of Backstage has no place for that.
 *
 * @param field - the component of the field
 * @returns the same component
 * @public
 */
export function withAnswerView<TField extends object>(
  field: TField,
  view: AnswerView,
): TField {
  views.set(field, view);
  return field;
}

/** The way of a field to show an answer, if it has its own. @public */
export function findAnswerView(field: object): AnswerView | undefined {
  return views.get(field);
}
