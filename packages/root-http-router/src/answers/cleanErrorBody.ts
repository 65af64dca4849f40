import type { JsonObject, JsonValue } from '@backstage/types';

/** What Backstage and libraries put into errors, and what is not for callers. */
const INTERNAL_KEYS = new Set(['stack', 'cause', 'rawError']);

/** What an error in an answer may say about itself. */
const ERROR_KEYS = ['name', 'message', 'code'];

const STACK_LINE = /\n\s+at .+/;

/** Whether a text holds lines of a stack trace. @internal */
export function holdsStackTrace(text: string): boolean {
  return STACK_LINE.test(text);
}

/**
 * A message without what upstream systems said: Backstage appends the message
 * of the cause, and that of the cause's cause.
 */
function cleanMessage(message: JsonValue | undefined) {
  return typeof message === 'string'
    ? message.split('; caused by ')[0].split(STACK_LINE)[0]
    : message;
}

function cleanError(error: JsonObject): JsonObject {
  return Object.fromEntries(
    ERROR_KEYS.filter(key =>
      ['string', 'number'].includes(typeof error[key]),
    ).map(key => [
      key,
      key === 'message' ? cleanMessage(error[key]) : error[key],
    ]),
  );
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The body of a refusal (4xx) without stack traces, causes and whatever else an
 * error carried along. Everything that is no error stays as it is.
 *
 * @internal
 */
export function cleanErrorBody(body: unknown): unknown {
  if (Array.isArray(body)) return body.map(cleanErrorBody);
  if (!isObject(body)) return body;
  return Object.fromEntries(
    Object.entries(body)
      .filter(([key]) => !INTERNAL_KEYS.has(key))
      .map(([key, value]) => [
        key,
        key === 'error' && isObject(value)
          ? cleanError(value)
          : cleanErrorBody(value),
      ]),
  );
}
