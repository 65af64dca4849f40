import { isIP } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { EnvHttpProxyAgent, request, type Dispatcher } from 'undici';
import {
  createGuardedLookup,
  isAllowedAddress,
  isLoopbackAddress,
} from './addressRules';
import { RegisterError, toShownUrl } from './RegisterError';
import {
  evaluateRetry,
  isRetriedStatus,
  parseRetryAfterMs,
} from './retryRules';
import type { SafeHttpClientOptions } from './SafeHttpClientOptions';

const MOST_REDIRECTS = 5;

const REDIRECTS = [301, 302, 303, 307, 308];

/** How an answer can be asked for again without getting it again. @internal */
export interface Validators {
  etag?: string;
  lastModified?: string;
}

/** @internal */
export interface SafeRequest<T> {
  url: URL;
  signal: AbortSignal;
  /** Default `application/json`. */
  accept?: string;
  validators?: Validators;
  /** Less than the client allows. */
  maxBytes?: number;
  /** Makes something of the body; what it throws makes the answer malformed. */
  parse(body: string): T;
}

/** @internal */
export type SafeAnswer<T> =
  | { modified: false }
  | {
      modified: true;
      value: T;
      body: string;
      headers: Record<string, string>;
      validators: Validators;
    };

type Headers = Dispatcher.ResponseData['headers'];

function toText(header: Headers[string]): string | undefined {
  return Array.isArray(header) ? header.join(', ') : header;
}

/**
 * Reads from the configured hosts over HTTP, and from nowhere else.
 *
 * @remarks
 * Everything that leaves the portal for a register goes through here. An answer
 * can point anywhere (a redirect, a link in an item, a name whose DNS answer
 * changes), so each address is checked, with the name looked up at the very
 * moment of connecting.
 *
 * Through a proxy it is the proxy that looks the name up. The name is one of
 * those that are configured all the same, and the certificate of who answers has
 * to be of that name: what is inside the network has none. So nothing but https
 * goes through a proxy.
 *
 * @internal
 */
export class SafeHttpClient {
  readonly #options: SafeHttpClientOptions;
  readonly #agent: Dispatcher;

  constructor(options: SafeHttpClientOptions) {
    this.#options = options;
    const { timeoutMs, allowLoopback, proxy } = options;
    this.#agent = new EnvHttpProxyAgent({
      // Without a proxy, and for what is not to go through it.
      connect: {
        timeout: timeoutMs,
        lookup: createGuardedLookup({ allowLoopback }),
      },
      connections: 8,
      // Not left out: it would look in the environment by itself.
      httpProxy: '',
      httpsProxy: proxy?.url ?? '',
      noProxy: proxy?.noProxy ?? '',
    });
  }

  async close(): Promise<void> {
    await this.#agent.close();
  }

  /**
   * Gets a document, with redirects and retries.
   *
   * @throws {@link RegisterError} when there is nothing to be had
   */
  async get<T>(asked: SafeRequest<T>): Promise<SafeAnswer<T>> {
    const { retries, backoffMs, wait } = this.#options;
    const pause =
      wait ?? ((ms: number, signal) => delay(ms, undefined, { signal }));
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#attempt(asked);
      } catch (error) {
        const problem = this.#toRegisterError(error, asked);
        const waitMs = evaluateRetry(problem, attempt, {
          retries,
          backoffMs,
          random: Math.random(),
        });
        if (waitMs === undefined) throw problem;
        // A run that is stopped meanwhile ends here, as a failed request.
        await pause(waitMs, asked.signal).catch(() => undefined);
      }
    }
  }

  async #attempt<T>(asked: SafeRequest<T>): Promise<SafeAnswer<T>> {
    const timeout = AbortSignal.timeout(this.#options.timeoutMs);
    const signal = AbortSignal.any([asked.signal, timeout]);
    let url = asked.url;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      this.#assertAllowed(url);
      const { statusCode, headers, body } = await request(url, {
        dispatcher: this.#agent,
        headers: this.#buildHeaders(url, asked),
        signal,
      });
      if (!REDIRECTS.includes(statusCode)) {
        return this.#read(asked, { url, statusCode, headers, body });
      }
      await body.dump();
      const location = toText(headers.location);
      if (!location || !URL.canParse(location, url)) {
        throw new RegisterError(
          'malformed',
          `${toShownUrl(url)} redirects to nowhere`,
        );
      }
      url = new URL(location, url);
    }
    throw new RegisterError(
      'refused',
      `${toShownUrl(asked.url)} redirects more than ${MOST_REDIRECTS} times`,
    );
  }

  #assertAllowed(url: URL): void {
    const { allowedHosts, allowLoopback } = this.#options;
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const isThisMachine = host === 'localhost' || isLoopbackAddress(host);
    const isSecure =
      url.protocol === 'https:' ||
      (url.protocol === 'http:' && allowLoopback && isThisMachine);
    const isAllowed =
      isSecure &&
      allowedHosts.includes(url.host) &&
      !url.username &&
      !url.password &&
      // names are checked when they are looked up
      (isIP(host) === 0 || isAllowedAddress(host, { allowLoopback }));
    if (!isAllowed) {
      throw new RegisterError(
        'forbidden-address',
        `${toShownUrl(url)} is not among the allowed hosts, or not https`,
      );
    }
  }

  #buildHeaders(url: URL, asked: SafeRequest<unknown>): Record<string, string> {
    const { apiKey, baseUrl } = this.#options;
    const { etag, lastModified } = asked.validators ?? {};
    return {
      accept: asked.accept ?? 'application/json',
      'user-agent': 'nerds-portaal',
      ...(apiKey && url.origin === baseUrl.origin && { 'x-api-key': apiKey }),
      ...(etag && { 'if-none-match': etag }),
      ...(!etag && lastModified && { 'if-modified-since': lastModified }),
    };
  }

  async #read<T>(
    asked: SafeRequest<T>,
    answer: Pick<Dispatcher.ResponseData, 'statusCode' | 'headers' | 'body'> & {
      url: URL;
    },
  ): Promise<SafeAnswer<T>> {
    const { url, statusCode, headers, body } = answer;
    if (statusCode === 304 && asked.validators) {
      await body.dump();
      return { modified: false };
    }
    if (statusCode !== 200) {
      await body.dump();
      throw new RegisterError(
        isRetriedStatus(statusCode) ? 'unavailable' : 'refused',
        `${toShownUrl(url)} answered ${statusCode}`,
        {
          status: statusCode,
          retryAfterMs: parseRetryAfterMs(
            toText(headers['retry-after']),
            new Date(),
          ),
        },
      );
    }
    const text = await this.#readBody(asked, answer);
    return {
      modified: true,
      value: this.#parse(asked, text, url),
      body: text,
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
          name,
          toText(value) ?? '',
        ]),
      ),
      validators: {
        etag: toText(headers.etag),
        lastModified: toText(headers['last-modified']),
      },
    };
  }

  async #readBody(
    asked: SafeRequest<unknown>,
    answer: Pick<Dispatcher.ResponseData, 'headers' | 'body'> & { url: URL },
  ): Promise<string> {
    const { url, headers, body } = answer;
    const maxBytes = asked.maxBytes ?? this.#options.maxBytes;
    // None is asked for: a small body can unpack to a very large one.
    if (toText(headers['content-encoding'])) {
      body.destroy();
      throw new RegisterError('malformed', `${toShownUrl(url)} is compressed`);
    }
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    for await (const chunk of body) {
      sizeBytes += chunk.length;
      if (sizeBytes > maxBytes) {
        body.destroy();
        throw new RegisterError(
          'too-large',
          `${toShownUrl(url)} is larger than ${maxBytes} bytes`,
        );
      }
      chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString('utf8');
  }

  #parse<T>(asked: SafeRequest<T>, text: string, url: URL): T {
    try {
      return asked.parse(text);
    } catch {
      // What it says may quote the body, which is not for a log.
      throw new RegisterError(
        'malformed',
        `${toShownUrl(url)} is not what it should be`,
      );
    }
  }

  #toRegisterError(
    error: unknown,
    asked: Pick<SafeRequest<unknown>, 'url' | 'signal'>,
  ): RegisterError {
    if (asked.signal.aborted) {
      return new RegisterError('aborted', 'The run was stopped');
    }
    if (error instanceof RegisterError) return error;
    const { name, code } = error as { name?: string; code?: string };
    const reason = name === 'TimeoutError' ? 'no answer in time' : code ?? name;
    return new RegisterError(
      'unavailable',
      `${toShownUrl(asked.url)} cannot be read: ${reason}`,
    );
  }
}
