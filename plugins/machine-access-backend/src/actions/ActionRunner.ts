import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { toActionError, type Language } from '@nerds/http-api';
import type { CallerResolver } from '../services/CallerResolver';
import type { Caller, TokenService } from '../services/TokenService';

/**
 * Runs an action as the person who started it, over the same service as the
 * API: whoever may not do a thing there, may not do it here.
 *
 * @internal
 */
export class ActionRunner {
  constructor(
    private readonly service: TokenService,
    private readonly callers: CallerResolver,
    private readonly auth: AuthService,
  ) {}

  async run<T>(
    options: { credentials: BackstageCredentials; language: Language },
    work: (service: TokenService, caller: Caller) => Promise<T>,
  ): Promise<T> {
    const { credentials, language } = options;
    if (!this.auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError(
        'Tokens belong to teams of people: start this action as a signed-in person',
      );
    }
    try {
      return await work(
        this.service,
        await this.callers.resolveCaller(credentials),
      );
    } catch (error) {
      throw toActionError(error, language);
    }
  }
}
