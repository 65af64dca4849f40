import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  AuthenticationError,
  InputError,
  NotAllowedError,
  ServiceUnavailableError,
} from '@backstage/errors';
import {
  decodeOAuthState,
  sendWebMessageResponse,
  type AuthProviderRouteHandlers,
  type OAuthState,
} from '@backstage/plugin-auth-node';
import type { Request, Response } from 'express';
import type { SignInTransactions } from '../provider/SignInTransactions';
import type { SignInAttempt, SignInAttempts } from '../SignInAttempts';
import { SignInError, type SignInProblem } from '../SignInError';
import type { SessionCookies } from './SessionCookies';
import type { SignInAudit } from './SignInAudit';

/** @internal */
export interface SignInRoutesOptions {
  /** Backstage's handlers. */
  inner: AuthProviderRouteHandlers;
  attempts: SignInAttempts;
  transactions: SignInTransactions;
  cookies: SessionCookies;
  audit: SignInAudit;
  logger: LoggerService;
  appUrl: string;
  isOriginAllowed: (origin: string) => boolean;
}

/** Refused now, for a reason that whoever runs the portal or the provider can take away. */
const KEEPS_SESSION = new Set<SignInProblem>([
  'cancelled',
  'clock-differs',
  'provider-refused',
]);

/** Where the outcome of a sign-in goes. */
interface Destination {
  flow?: string;
  origin?: string;
  redirectUrl?: string;
}

/**
 * Backstage's handlers with what a person in a browser needs around them: no
 * failure is a page of JSON, no failure shows a text that is not ours, no
 * redirect leaves for somewhere else, and everything is on record.
 *
 * @internal
 */
export function createSignInRoutes(
  options: SignInRoutesOptions,
): AuthProviderRouteHandlers {
  const { inner, attempts, audit, transactions } = options;
  return {
    async start(req, res) {
      const destination = requireOwn(readDestination(req.query), options);
      try {
        await inner.start(req, res);
      } catch (error) {
        const problem = attempts.of(req).error;
        if (!problem) {
          throw error;
        }
        logProblem('Sign-in', attempts.of(req), options);
        sendProblem(res, problem, destination, options);
      }
    },

    async frameHandler(req, res) {
      const attempt = attempts.of(req);
      if (transactions.find(req)) {
        await inner.frameHandler(req, res);
      } else {
        attempt.error = new SignInError('expired');
        const destination = ownOrNone(readState(req), options);
        sendProblem(res, attempt.error, destination, options);
      }
      if (!attempt.userEntityRef) {
        // Backstage found a fault of its own, with the cookies or the state
        attempt.error ??= new SignInError('expired');
      }
      logProblem('Sign-in', attempt, options);
      await audit.signIn(req, attempt);
    },

    async refresh(req, res) {
      try {
        await inner.refresh?.(req, res);
      } catch {
        // what went wrong has been left in the attempt
        throw await refuseRefresh(req, options);
      }
    },

    async logout(req, res) {
      await inner.logout?.(req, res);
      const attempt = attempts.of(req);
      if (attempt.userEntityRef) {
        await audit.signOut(req, attempt);
      }
    },
  };
}

/**
 * A session that is over is taken out of the browser; one that could not be
 * asked about stays, and so does the person until their token ends.
 *
 * @returns what to answer: the code, and nothing of what lies behind it
 */
async function refuseRefresh(
  req: Request,
  options: SignInRoutesOptions,
): Promise<Error> {
  const attempt = options.attempts.of(req);
  const problem = attempt.error?.problem ?? 'no-session';
  if (attempt.error?.isTemporary) {
    logProblem('Refresh', attempt, options);
    return new ServiceUnavailableError(problem);
  }
  if (problem !== 'no-session') {
    logProblem('Refresh', attempt, options);
    await options.audit.refusedRefresh(req, attempt);
  }
  if (!KEEPS_SESSION.has(problem)) {
    options.cookies.clear(req);
  }
  return new AuthenticationError(problem);
}

function logProblem(
  what: string,
  { userEntityRef, error }: SignInAttempt,
  { logger }: SignInRoutesOptions,
): void {
  if (error) {
    const who = userEntityRef ?? 'somebody';
    const detail = error.detail ? ` (${error.detail})` : '';
    logger.warn(`${what} of ${who} refused: ${error.problem}${detail}`);
  }
}

function readDestination(query: Request['query']): Destination {
  const read = (key: string) => {
    const value = query[key];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    flow: read('flow'),
    origin: read('origin'),
    redirectUrl: read('redirectUrl'),
  };
}

/** The state of an answer that is not for this browser: anybody can have written it. */
function readState(req: Request): Destination {
  try {
    const state: OAuthState = decodeOAuthState(String(req.query.state ?? ''));
    return {
      flow: state.flow,
      origin: state.origin,
      redirectUrl: state.redirectUrl,
    };
  } catch {
    // No state at all: somebody opened the address by hand.
    return { flow: 'redirect' };
  }
}

function requireOwn(
  destination: Destination,
  { isOriginAllowed }: SignInRoutesOptions,
): Destination {
  for (const address of [destination.origin, destination.redirectUrl]) {
    if (address === undefined) continue;
    if (!URL.canParse(address)) {
      throw new InputError('The address to go back to cannot be read');
    }
    if (!isOriginAllowed(new URL(address).origin)) {
      throw new NotAllowedError('The address to go back to is not allowed');
    }
  }
  return destination;
}

function ownOrNone(
  destination: Destination,
  options: SignInRoutesOptions,
): Destination {
  try {
    return requireOwn(destination, options);
  } catch {
    // Whoever made this address wants the person elsewhere; they go to the start.
    return { flow: 'redirect' };
  }
}

function sendProblem(
  res: Response,
  error: SignInError,
  { flow, origin, redirectUrl }: Destination,
  { appUrl }: SignInRoutesOptions,
): void {
  if (flow === 'redirect') {
    const url = new URL(redirectUrl ?? appUrl);
    url.searchParams.set('error', error.problem);
    res.redirect(url.href);
    return;
  }
  sendWebMessageResponse(res, origin ?? new URL(appUrl).origin, {
    type: 'authorization_response',
    error,
  });
}
