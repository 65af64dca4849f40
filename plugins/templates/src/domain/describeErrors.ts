import type { JsonObject } from '@backstage/types';
import type { RJSFValidationError } from '@rjsf/utils';
import { listQuestions, toQuestionTitle } from './formFields';

/** What is wrong with an answer, in words that the texts of this module have. @internal */
export type ErrorText =
  | { key: 'form.required'; values: { title: string } }
  | { key: 'form.tooShort'; values: { title: string; limit: string } }
  | { key: 'form.tooLong'; values: { title: string; limit: string } }
  | { key: 'form.email'; values: { title: string } }
  | { key: 'form.choice'; values: { title: string } }
  | { key: 'form.wrong'; values: { title: string } }
  | { key: 'form.unknown'; values: Record<string, never> };

/** They say that some branch is not right; the branch itself says what. */
const BRANCH_KEYWORDS = ['oneOf', 'anyOf', 'const', 'if'];

/** Of the template itself: it is in the person's language already. */
const OWN_MESSAGE = 'errorMessage';

function toErrorText(error: RJSFValidationError, title: string): ErrorText {
  if (!title) return { key: 'form.unknown', values: {} };
  const limit = String(error.params?.limit);
  switch (error.name) {
    case 'required':
      return { key: 'form.required', values: { title } };
    case 'minLength':
      return limit === '1'
        ? { key: 'form.required', values: { title } }
        : { key: 'form.tooShort', values: { title, limit } };
    case 'maxLength':
      return { key: 'form.tooLong', values: { title, limit } };
    case 'format':
      return error.params?.format === 'email'
        ? { key: 'form.email', values: { title } }
        : { key: 'form.wrong', values: { title } };
    case 'enum':
      return { key: 'form.choice', values: { title } };
    default:
      return { key: 'form.wrong', values: { title } };
  }
}

/** `.organisation.uri` and `organisation` alike: the question itself answers for its parts. */
function toQuestionName(property = ''): string {
  return property.replace(/^\./, '').split(/[.[]/)[0];
}

/**
 * Makes the errors that a form finds itself readable: in the person's language,
 * with the title of the question, one per question and in the order of the form.
 *
 * @param errors - of the validator, in English
 * @param pages - JSON schemas of the form, for the titles
 * @param translate - what is wrong, in words
 * @internal
 */
export function describeErrors(
  errors: RJSFValidationError[],
  pages: JsonObject[],
  translate: (text: ErrorText) => string,
): RJSFValidationError[] {
  const telling = errors.filter(
    ({ name = '' }) => !BRANCH_KEYWORDS.includes(name),
  );
  const questions = pages.flatMap(page => listQuestions(page));
  const described = new Map<string, RJSFValidationError>();
  // a form that has only the other kind must not go on as if nothing is wrong
  for (const error of telling.length > 0 ? telling : errors) {
    const name = toQuestionName(error.property);
    if (described.has(name)) continue;
    const question = questions.find(candidate => candidate.name === name);
    const message =
      error.name === OWN_MESSAGE && error.message
        ? error.message
        : translate(
            toErrorText(error, question ? toQuestionTitle(question) : name),
          );
    described.set(name, {
      ...error,
      property: name && `.${name}`,
      message,
      stack: message,
    });
  }
  // of the page as a whole there is only to say that nothing else was found
  if (described.size > 1) described.delete('');
  const order = questions.map(({ name }) => name);
  return [...described]
    .sort(([a], [b]) => order.indexOf(a) - order.indexOf(b))
    .map(([, error]) => error);
}
