import type {
  BackstageCredentials,
  BackstageUserPrincipal,
  PermissionsService,
  PermissionsServiceRequestOptions,
} from '@backstage/backend-plugin-api';
import type {
  AuthorizePermissionRequest,
  AuthorizePermissionResponse,
  Permission,
  PolicyDecision,
  QueryPermissionRequest,
} from '@backstage/plugin-permission-common';

/** How long an answer counts, in milliseconds. */
const FRESH_MS = 1_000;

interface Entry<T> {
  answer: Promise<T>;
  until: number;
}

/** @internal */
export interface CachingPermissionsServiceOptions {
  inner: PermissionsService;
  isUser: (
    credentials: BackstageCredentials,
  ) => credentials is BackstageCredentials<BackstageUserPrincipal>;
  /** Milliseconds since some moment. */
  now: () => number;
}

/**
 * Keeps what the policy answers about a person for a second.
 *
 * @remarks
 * The key is the person and the name of the permission: nothing else goes into a
 * decision of the policy. Questions about one thing are passed on, because their
 * answer also depends on that thing. Questions that come together are asked
 * together, and questions on the way are not asked twice. An error is not kept.
 *
 * @internal
 */
export class CachingPermissionsService implements PermissionsService {
  readonly #options: CachingPermissionsServiceOptions;
  readonly #decisions = new Map<string, Entry<PolicyDecision>>();
  readonly #answers = new Map<string, Entry<AuthorizePermissionResponse>>();

  constructor(options: CachingPermissionsServiceOptions) {
    this.#options = options;
  }

  async authorizeConditional(
    queries: QueryPermissionRequest[],
    options: PermissionsServiceRequestOptions,
  ): Promise<PolicyDecision[]> {
    const person = this.#findPerson(options);
    const { inner } = this.#options;
    if (!person) return inner.authorizeConditional(queries, options);
    return this.#askOnce(this.#decisions, {
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
    const { inner } = this.#options;
    const isAboutThings = requests.some(
      ({ resourceRef }) => resourceRef !== undefined,
    );
    if (!person || isAboutThings) return inner.authorize(requests, options);
    return this.#askOnce(this.#answers, {
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

  async #askOnce<Q extends { permission: Permission }, A>(
    entries: Map<string, Entry<A>>,
    options: {
      person: string;
      questions: Q[];
      ask: (questions: Q[]) => Promise<A[]>;
    },
  ): Promise<A[]> {
    const { person, questions, ask } = options;
    const now = this.#options.now();
    const toKey = ({ permission }: Q) => `${person} ${permission.name}`;
    const missing = questions.filter(
      question => !isFresh(entries.get(toKey(question)), now),
    );
    if (missing.length > 0) {
      dropOld(entries, now);
      const answers = ask(missing);
      missing.forEach((question, index) => {
        const key = toKey(question);
        const answer = answers.then(all => all[index]);
        entries.set(key, { answer, until: now + FRESH_MS });
        answer.catch(() => entries.delete(key));
      });
    }
    return Promise.all(
      questions.map(question => entries.get(toKey(question))!.answer),
    );
  }
}

function isFresh(entry: Entry<unknown> | undefined, now: number): boolean {
  return entry !== undefined && entry.until > now;
}

/** People come and go: what nobody will ask for again must not pile up. */
function dropOld(entries: Map<string, Entry<unknown>>, now: number): void {
  for (const [key, entry] of entries) {
    // In the order in which they were added, so the oldest come first.
    if (isFresh(entry, now)) return;
    entries.delete(key);
  }
}
