import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import { toActionError, type Language } from '@nerds/http-api';
import type { Caller, CallerResolver } from '../services/Caller';
import type { ReviewService } from '../services/ReviewService';
import type { RoleService } from '../services/RoleService';

/** What actions work with: the same as the API. @internal */
export interface AccessServices {
  roles: RoleService;
  reviews: ReviewService;
}

/**
 * Runs an action as the person who started it, over the same services as the
 * API: whoever may not do a thing there, may not do it here.
 * @internal
 */
export class ActionRunner {
  constructor(
    private readonly options: {
      services: AccessServices;
      callers: CallerResolver;
      auth: AuthService;
    },
  ) {}

  async run<T>(
    options: { credentials: BackstageCredentials; language: Language },
    work: (services: AccessServices, caller: Caller) => Promise<T>,
  ): Promise<T> {
    const { credentials, language } = options;
    const { services, callers, auth } = this.options;
    if (!auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError(
        'Roles and reviews are of people: start this action as a signed-in person',
      );
    }
    try {
      return await work(services, await callers.resolveCaller(credentials));
    } catch (error) {
      throw toActionError(error, language);
    }
  }
}
