import type {
  AuditorService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { Request } from 'express';
import type { SignInAttempt } from '../SignInAttempts';

/**
 * Puts sign-ins on record: who, from where, and if not, why not. No token and
 * no text of the provider.
 *
 * @internal
 */
export class SignInAudit {
  readonly #auditor: AuditorService;
  readonly #logger: LoggerService;

  constructor(options: { auditor: AuditorService; logger: LoggerService }) {
    this.#auditor = options.auditor;
    this.#logger = options.logger;
  }

  signIn(req: Request, attempt: SignInAttempt): Promise<void> {
    return this.#write('sign-in', req, attempt);
  }

  /** A session that goes on is no event; one that may not is. */
  refusedRefresh(req: Request, attempt: SignInAttempt): Promise<void> {
    return this.#write('session-refresh', req, attempt);
  }

  signOut(req: Request, attempt: SignInAttempt): Promise<void> {
    return this.#write('sign-out', req, attempt);
  }

  /** The person has their answer by now, so a failure here is for the log. */
  async #write(
    eventId: string,
    req: Request,
    { userEntityRef, error }: SignInAttempt,
  ): Promise<void> {
    try {
      const event = await this.#auditor.createEvent({
        eventId,
        severityLevel: 'medium',
        request: withoutSecrets(req),
        meta: {
          ...(userEntityRef && { actor: userEntityRef, object: userEntityRef }),
          ...(error && { reason: error.problem }),
        },
      });
      await (error ? event.fail({ error }) : event.success());
    } catch (problem) {
      this.#logger.error(
        `The ${eventId} of ${
          userEntityRef ?? 'somebody'
        } is not in the audit log: ${problem}`,
      );
    }
  }
}

/**
 * The request as the audit log may see it. The query of the provider's answer
 * holds the code; and whoever adds a header that cannot be read must not stay
 * out of the log by that.
 */
function withoutSecrets(req: Request): Request {
  const { authorization: _a, cookie: _c, ...headers } = req.headers;
  const [path] = req.originalUrl.split('?');
  return Object.create(req, {
    originalUrl: { value: path },
    url: { value: req.url.split('?')[0] },
    query: { value: {} },
    cookies: { value: {} },
    headers: { value: headers },
  }) as Request;
}
