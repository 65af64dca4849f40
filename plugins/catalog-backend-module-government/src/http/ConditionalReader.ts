import type { ResponseStore } from '../database/ResponseStore';
import type { SafeHttpClient } from './SafeHttpClient';

/** Headers that say something about a page of a list. */
const KEPT_HEADERS = ['link', 'total-count', 'total-pages'];

/** A document of a register. @internal */
export interface Document {
  value: unknown;
  body: string;
  headers: Record<string, string>;
}

/**
 * Reads JSON from a register, and only what has changed there since it was read
 * last, if the register can tell.
 *
 * @internal
 */
export class ConditionalReader {
  constructor(
    private readonly options: {
      client: SafeHttpClient;
      responses: ResponseStore;
      now: () => Date;
    },
  ) {}

  /** @throws RegisterError when there is nothing to be had */
  async getDocument(
    url: URL,
    options: {
      signal: AbortSignal;
      maxBytes?: number;
      /** What it has to be; anything else may be a register that is restarting. */
      isExpected?(value: unknown): boolean;
    },
  ): Promise<Document> {
    const { client, responses, now } = this.options;
    const key = url.href;
    const { isExpected = () => true, ...limits } = options;
    const stored = await responses.getResponse(key);
    const answer = await client.get({
      url,
      ...limits,
      validators: stored,
      parse: body => {
        const value: unknown = JSON.parse(body);
        if (!isExpected(value)) throw new Error('Not what it should be');
        return value;
      },
    });
    if (!answer.modified) {
      if (!stored)
        throw new Error(`Nothing is known that ${key} did not change`);
      await responses.touchResponse(key, now());
      return { ...stored, value: JSON.parse(stored.body) };
    }
    const { value, body, validators } = answer;
    const headers = Object.fromEntries(
      KEPT_HEADERS.flatMap(name =>
        answer.headers[name] === undefined
          ? []
          : [[name, answer.headers[name]]],
      ),
    );
    if (validators.etag || validators.lastModified) {
      await responses.saveResponse(
        key,
        { ...validators, headers, body },
        now(),
      );
    }
    return { value, body, headers };
  }
}
