import type { LoggerService } from '@backstage/backend-plugin-api';
import { FRONT_DOOR_HEADER } from './frontDoorKey';
import { frontDoorProblems } from './frontDoorProblems';

/** Verifying may include a question to the issuer of a CI system. */
const TIMEOUT_MS = 15_000;

/** Seconds after which it makes sense to try again. */
const RETRY_AFTER_SECONDS = 10;

/** What a credential is used for; for the audit log. @internal */
export interface CredentialUse {
  address?: string;
  correlationId?: string;
  /** Method and path, without the query: that may hold anything. */
  request: string;
}

/**
 * Has the auth plugin verify a credential and make a token of the portal of it.
 *
 * @internal
 */
export class ExchangeClient {
  readonly #url: () => Promise<string>;
  readonly #frontDoorKey: string;
  readonly #logger: LoggerService;

  constructor(options: {
    url: () => Promise<string>;
    frontDoorKey: string;
    logger: LoggerService;
  }) {
    this.#url = options.url;
    this.#frontDoorKey = options.frontDoorKey;
    this.#logger = options.logger;
  }

  /**
   * @returns a token of the portal, for use inside it
   * @throws HttpProblem 401 when the credential does not count, 503 when
   * nobody can say
   */
  async exchange(credential: string, use: CredentialUse): Promise<string> {
    const answer = await this.#post({ credential, ...use });
    if (answer?.status === 401) {
      await answer.body?.cancel();
      throw frontDoorProblems.problem(401, 'machine-credential-refused');
    }
    const token = answer?.ok ? await readToken(answer) : undefined;
    if (!token) {
      this.#logger.error(
        `The exchange of machine credentials answered ${
          answer?.status ?? 'nothing'
        }; it needs the machine access plugin, its auth module and auth.providers.machine`,
      );
      throw frontDoorProblems.problem(
        503,
        'machine-credential-unchecked',
        undefined,
        { retryAfterSeconds: RETRY_AFTER_SECONDS },
      );
    }
    return token;
  }

  async #post(body: object): Promise<Response | undefined> {
    try {
      return await fetch(await this.#url(), {
        method: 'POST',
        redirect: 'error',
        headers: {
          'Content-Type': 'application/json',
          [FRONT_DOOR_HEADER]: this.#frontDoorKey,
        },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      this.#logger.warn(
        `The exchange of machine credentials does not answer: ${error}`,
      );
      return undefined;
    }
  }
}

async function readToken(answer: Response): Promise<string | undefined> {
  // What is no JSON comes from something else than the auth plugin.
  const body: { backstageIdentity?: { token?: string } } | undefined =
    await answer.json().catch(() => undefined);
  return body?.backstageIdentity?.token;
}
