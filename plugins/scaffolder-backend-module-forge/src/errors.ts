import { ServiceUnavailableError } from '@backstage/errors';
import { formatMessage, type Language, type MessageKey } from './messages';

/**
 * The forge could not answer now; trying again may help. Says so in the
 * language of the task, and never what the forge sent.
 * @internal
 */
export class ForgeUnavailableError extends ServiceUnavailableError {}

/**
 * Something that a person can do something about, in both languages until it
 * is known which one is wanted.
 * @internal
 */
export class ForgeError extends Error {
  override readonly name = 'ForgeError';

  constructor(
    readonly key: MessageKey,
    readonly values: Record<string, string | number>,
    readonly retryable: boolean,
  ) {
    super(formatMessage(key, 'en', values));
  }

  /** The same in the language of the task. */
  localize(language: Language): Error {
    const message = formatMessage(this.key, language, this.values);
    return this.retryable
      ? new ForgeUnavailableError(message)
      : new Error(message);
  }
}
