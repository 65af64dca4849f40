import type {
  AuthService,
  BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import { toActionError } from '@nerds/http-api';
import type { Language, LocalizedText } from '@nerds/plugin-free-tier-common';
import type { CallerResolver } from '../services/CallerResolver';
import type { Caller, ClusterService } from '../services/ClusterService';

/**
 * Runs an action as the person who started it, over the same service as the
 * API: whoever may not do a thing there, may not do it here.
 * @internal
 */
export class ActionRunner {
  constructor(
    private readonly service: ClusterService,
    private readonly callers: CallerResolver,
    private readonly auth: AuthService,
  ) {}

  async run<T>(
    options: { credentials: BackstageCredentials; language: Language },
    work: (service: ClusterService, caller: Caller) => Promise<T>,
  ): Promise<T> {
    const { credentials, language } = options;
    if (!this.auth.isPrincipal(credentials, 'user')) {
      throw new NotAllowedError(
        'Clusters belong to teams of people: start this action as a signed-in person',
      );
    }
    try {
      return await work(
        this.service,
        await this.callers.resolveCaller(credentials),
      );
    } catch (error) {
      throw toClusterError(error, language);
    }
  }
}

/** Also knows what a host cluster says to people, which is no problem of the API. */
function toClusterError(error: unknown, language: Language): unknown {
  const { localizedMessage } = error as { localizedMessage?: LocalizedText };
  return localizedMessage
    ? new ServiceUnavailableError(localizedMessage[language])
    : toActionError(error, language);
}
