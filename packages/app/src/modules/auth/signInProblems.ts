import type { messages } from '../../translations/en';

/** Codes of `SIGN_IN_PROBLEMS` of the auth backend, with what to say. */
const PROBLEM_TEXTS = {
  'provider-unavailable': 'signIn.error.providerUnavailable',
  'portal-unavailable': 'signIn.error.portalUnavailable',
  cancelled: 'signIn.error.cancelled',
  expired: 'signIn.error.expired',
  'provider-refused': 'signIn.error.providerRefused',
  'clock-differs': 'signIn.error.clockDiffers',
  'refresh-token-missing': 'signIn.error.refreshTokenMissing',
  'user-claim-missing': 'signIn.error.userClaimMissing',
  'user-unknown': 'signIn.error.userUnknown',
  'user-ambiguous': 'signIn.error.userAmbiguous',
  'email-unverified': 'signIn.error.emailUnverified',
  'too-many-teams': 'signIn.error.tooManyTeams',
  'session-ended': 'signIn.error.sessionEnded',
  failed: 'signIn.error.failed',
} as const satisfies Record<string, keyof typeof messages>;

/**
 * Why somebody is not signed in, in a word of the auth backend.
 *
 * @internal
 */
export type SignInProblem = keyof typeof PROBLEM_TEXTS;

/**
 * Reads a code that came from outside: out of an answer, or out of the address.
 * Anything else is no text to show to a person, whoever wrote it.
 *
 * @returns undefined when it says that there was no session, which is no problem
 * @internal
 */
export function parseSignInProblem(code: unknown): SignInProblem | undefined {
  if (code === 'no-session') {
    return undefined;
  }
  return typeof code === 'string' && Object.hasOwn(PROBLEM_TEXTS, code)
    ? (code as SignInProblem)
    : 'failed';
}

/** @internal */
export function toProblemText(problem: SignInProblem) {
  return PROBLEM_TEXTS[problem];
}
