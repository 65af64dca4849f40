import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
  PermissionsServiceRequestOptions,
} from '@backstage/backend-plugin-api';
import type {
  AuthorizePermissionRequest,
  AuthorizePermissionResponse,
  PolicyDecision,
  QueryPermissionRequest,
} from '@backstage/plugin-permission-common';
import type { KeptAnswers } from './KeptAnswers';

/** @internal */
export interface CachingPermissionsServiceOptions {
  inner: PermissionsService;
  isUser: (
    credentials: BackstageCredentials,
  ) => credentials is BackstageCredentials<BackstageUserPrincipal>;
  /** Those of all plugins together: a decision does not depend on who asks for it. */
  decisions: KeptAnswers<PolicyDecision>;
  answers: KeptAnswers<AuthorizePermissionResponse>;
}

/**
 * Keeps what the policy answers about a person for a second.
 *
 * @remarks
 * The key is the person and the name of the permission: nothing else goes into a
 * decision of the policy. Questions about one thing are passed on, because their
 * answer also depends on that thing. Questions that come together are asked
 * together, and questions on the way are not asked twice.
 *
 * @internal
 */
export class CachingPermissionsService implements PermissionsService {
  readonly #options: CachingPermissionsServiceOptions;

  constructor(options: CachingPermissionsServiceOptions) {
    this.#options = options;
  }

  async authorizeConditional(
    queries: QueryPermissionRequest[],
    options: PermissionsServiceRequestOptions,
  ): Promise<PolicyDecision[]> {
    const person = this.#findPerson(options);
    const { decisions, inner } = this.#options;
    if (!person) return inner.authorizeConditional(queries, options);
    return decisions.askOnce({
      person,
      questions: queries,
      ask: missing => inner.authorizeConditional(missing, options),
    });
  }

  async authorize(
    requests: AuthorizePermissionRequest[],
    options: PermissionsServiceRequestOptions,
  ): Promise<AuthorizePermissionResponse[]> {
    const person = this.#findPerson(options);
    const { answers, inner } = this.#options;
    const isAboutThings = requests.some(
      ({ resourceRef }) => resourceRef !== undefined,
    );
    if (!person || isAboutThings) return inner.authorize(requests, options);
    return answers.askOnce({
      person,
      questions: requests,
      ask: missing => inner.authorize(missing, options),
    });
  }

  /** A service is answered without asking the policy, so there is nothing to keep. */
  #findPerson(options: PermissionsServiceRequestOptions): string | undefined {
    if (!options || !('credentials' in options)) return undefined;
    const { credentials } = options;
    if (!this.#options.isUser(credentials)) return undefined;
    const { userEntityRef, actor } = credentials.principal;
    return JSON.stringify([userEntityRef, actor?.subject]);
  }
}
