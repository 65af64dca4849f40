import type { JsonObject, JsonValue } from '@backstage/types';
import { listQuestions, toQuestionTitle } from './formFields';

/** An answer as it is shown before somebody sends the form. @internal */
export interface Answer {
  title: string;
  value:
    | { is: 'text'; text: string }
    | { is: 'entity'; ref: string }
    | { is: 'own'; field: string; answer: JsonValue }
    | { is: 'yes' | 'no' | 'empty' | 'hidden' };
}

/** @internal */
export interface AnswerPage {
  title: string;
  answers: Answer[];
}

const ENTITY_REF =
  /^(group|user|component|api|resource|system|domain|template):[^/\s]+\/[^/\s]+$/;

const SECRET_FIELDS = ['secret'];

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

interface ReviewOptions {
  show?: boolean;
  mask?: string;
  name?: string;
  explode?: boolean;
}

/** `ui:backstage.review` of a question, as Backstage knows it. */
function readReviewOptions(schema: JsonObject): ReviewOptions {
  const options = schema['ui:backstage'];
  return isObject(options) && isObject(options.review) ? options.review : {};
}

function isSecret(schema: JsonObject): boolean {
  const field = String(schema['ui:field'] ?? '').toLowerCase();
  return schema['ui:widget'] === 'password' || SECRET_FIELDS.includes(field);
}

function toChoiceText(schema: JsonObject, value: JsonValue): string {
  const { enum: choices, enumNames } = schema;
  const index = Array.isArray(choices) ? choices.indexOf(value) : -1;
  const name = Array.isArray(enumNames) ? enumNames[index] : undefined;
  return String(name ?? (isObject(value) ? JSON.stringify(value) : value));
}

function toValue(
  schema: JsonObject,
  value: JsonValue | undefined,
): Answer['value'] {
  if (value === undefined || value === null || value === '') {
    return { is: 'empty' };
  }
  if (typeof value === 'boolean') return { is: value ? 'yes' : 'no' };
  if (Array.isArray(value)) {
    const items = isObject(schema.items) ? schema.items : {};
    return value.length === 0
      ? { is: 'empty' }
      : {
          is: 'text',
          text: value.map(item => toChoiceText(items, item)).join(', '),
        };
  }
  const text = toChoiceText(schema, value);
  return ENTITY_REF.test(text)
    ? { is: 'entity', ref: text }
    : { is: 'text', text };
}

/** The answer as its field shows it, when that has its own way. */
function toOwnValue(
  schema: JsonObject,
  answer: JsonValue | undefined,
  ownFields: ReadonlySet<string>,
): Answer['value'] | undefined {
  const field = String(schema['ui:field']);
  const isEmpty =
    !answer || (isObject(answer) && Object.keys(answer).length === 0);
  return isEmpty || !ownFields.has(field)
    ? undefined
    : { is: 'own', field, answer };
}

/** The parts of an object are answers of their own. */
function describe(
  { title, schema }: { title: string; schema: JsonObject },
  value: JsonValue | undefined,
  ownFields: ReadonlySet<string>,
): Answer[] {
  const options = readReviewOptions(schema);
  if (options.show === false) return [];
  const shown = options.name ?? title;
  if (options.mask) {
    return [{ title: shown, value: { is: 'text', text: options.mask } }];
  }
  if (isSecret(schema)) return [{ title: shown, value: { is: 'hidden' } }];
  const own = toOwnValue(schema, value, ownFields);
  if (own) return [{ title: shown, value: own }];
  const parts = listQuestions(schema);
  if (isObject(value) && parts.length > 0 && options.explode !== false) {
    return parts.flatMap(part =>
      describe(
        { title: toQuestionTitle(part), schema: part.schema },
        value[part.name],
        ownFields,
      ),
    );
  }
  return [{ title: shown, value: toValue(schema, value) }];
}

/**
 * What somebody answered, in the order in which it was asked and in the words of
 * the form; nothing that is asked is left out, unless the template says so.
 *
 * @param pages - of the form, with their JSON schemas
 * @param answers - of all pages together
 * @param ownFields - names of fields that show an answer in their own way
 * @internal
 */
export function describeAnswers(
  pages: { title: string; schema: JsonObject }[],
  answers: JsonObject,
  ownFields: ReadonlySet<string> = new Set(),
): AnswerPage[] {
  return pages.map(({ title, schema }) => ({
    title,
    answers: listQuestions(schema, answers).flatMap(question =>
      describe(
        { title: toQuestionTitle(question), schema: question.schema },
        answers[question.name],
        ownFields,
      ),
    ),
  }));
}
