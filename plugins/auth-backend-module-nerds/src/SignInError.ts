import { CustomErrorBase } from '@backstage/errors';

/**
 * Everything that can stand between a person and the portal. Codes travel to
 * the browser, which has a sentence for each in the language of the page; texts
 * of the provider never do.
 *
 * @public
 */
export const SIGN_IN_PROBLEMS = {
  /** The provider does not answer, or answers that it cannot. */
  'provider-unavailable': 503,
  /** A part of the portal that has to vouch for the person does not answer. */
  'portal-unavailable': 503,
  /** The person, or the provider on their behalf, did not go through with it. */
  cancelled: 401,
  /** The answer belongs to no sign-in that this browser began shortly before. */
  expired: 401,
  /** The provider refused, or what it sent cannot be trusted. */
  'provider-refused': 401,
  /** The clocks differ more than is allowed. */
  'clock-differs': 401,
  /** The provider gave nothing to keep the session alive with (scope `offline_access`?). */
  'refresh-token-missing': 401,
  /** There is no user name among the claims that can be one. */
  'user-claim-missing': 401,
  /** The catalog does not know the person. */
  'user-unknown': 401,
  /** The catalog knows more than one. */
  'user-ambiguous': 401,
  /** Who is known by their e-mail address needs one that is verified. */
  'email-unverified': 401,
  /** More teams than anybody has. */
  'too-many-teams': 401,
  /** There was no session. */
  'no-session': 401,
  /** There was one; it is over, or the provider has ended it. */
  'session-ended': 401,
  /** A fault of the portal, described in its log. */
  failed: 500,
} as const;

/** @public */
export type SignInProblem = keyof typeof SIGN_IN_PROBLEMS;

/**
 * Why a sign-in ended, in a form that may leave the portal: the message is the
 * code and nothing else.
 *
 * @internal
 */
export class SignInError extends CustomErrorBase {
  name = 'SignInError' as const;
  readonly problem: SignInProblem;
  /** For the log of the portal only. */
  readonly detail?: string;

  constructor(problem: SignInProblem, detail?: string) {
    super(problem);
    this.problem = problem;
    this.detail = detail;
  }

  get statusCode(): number {
    return SIGN_IN_PROBLEMS[this.problem];
  }

  /** Trying again later may help; the person did nothing wrong and stays signed in. */
  get isTemporary(): boolean {
    return this.statusCode >= 500;
  }
}
