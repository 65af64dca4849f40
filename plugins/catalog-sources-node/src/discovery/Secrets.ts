import type { RootConfigService } from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';

/** What modules are given to get into a forge or a directory. */
const SECTIONS = ['integrations', 'catalog.providers'];

const SECRET_KEY = /secret|password|token|private_?key|api_?key/i;

/** Shorter ones stand in ordinary words too. */
const MIN_LENGTH = 6;

/**
 * Such as a module gets in exchange for a secret, which no configuration has. Each
 * begins where no other can have begun, for what people write in their files comes
 * by here too, and then a long text takes no more than its length in time.
 */
const ISSUED =
  /\b(?:bearer|basic) [\w.~+/=-]+|(?<![\w-])eyJ[\w-]+\.[\w-]+\.[\w-]*|\bgh[a-z]_\w+/gi;

const REMOVED = '…';

/**
 * Takes the secrets of forges and directories out of what modules, or those
 * they talk with, write about what went wrong.
 *
 * @internal
 */
export class Secrets {
  private constructor(private readonly values: string[]) {}

  static fromConfig(config: RootConfigService): Secrets {
    const values = SECTIONS.flatMap(section => [
      ...listSecrets(config.getOptional(section)),
    ]);
    const spellings = values.flatMap(value => [
      value,
      encodeURIComponent(value),
      JSON.stringify(value).slice(1, -1),
    ]);
    // The longest first, for one may be a part of another.
    const longestFirst = [...new Set(spellings)].sort(
      (a, b) => b.length - a.length,
    );
    return new Secrets(longestFirst);
  }

  remove(text: string): string {
    return this.values
      .reduce((rest, value) => rest.replaceAll(value, REMOVED), text)
      .replace(ISSUED, REMOVED);
  }
}

function* listSecrets(
  value: JsonValue | undefined,
  isSecret = false,
): Generator<string> {
  if (typeof value === 'string') {
    if (isSecret && value.length >= MIN_LENGTH) yield value;
  } else if (Array.isArray(value)) {
    for (const item of value) yield* listSecrets(item, isSecret);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      yield* listSecrets(inner, SECRET_KEY.test(key));
    }
  }
}
