import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import type { AccountDirectory } from './AccountDirectory.ts';
import { buildErrorPage, buildSignInPage } from './pages.ts';
import { handleTestControl, TEST_CONTROL_PATH } from './testControl.ts';

/** A form with one account name; more is not ours. */
const MAX_FORM_BYTES = 4096;
/** Names under which a browser on this machine may know the provider. */
const OWN_NAMES = new Set(['localhost', '127.0.0.1']);

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

function sendPage(
  response: ServerResponse,
  status: number,
  page: string,
  formTargets: string[] = [],
): void {
  response.writeHead(status, {
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    // The form ends, by way of redirects, at the program that asked; browsers
    // hold every hop against form-action.
    'Content-Security-Policy': [
      "default-src 'none'",
      "style-src 'unsafe-inline'",
      `form-action ${["'self'", ...formTargets].join(' ')}`,
      "frame-ancestors 'none'",
      "base-uri 'none'",
    ].join('; '),
  });
  response.end(page);
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > MAX_FORM_BYTES) {
      break;
    }
  }
  return new URLSearchParams(text.slice(0, MAX_FORM_BYTES));
}

async function handleInteraction(
  provider: Provider,
  accounts: AccountDirectory,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { uid, params } = await provider.interactionDetails(request, response);
  const client = await provider.Client.find(String(params.client_id));
  const account =
    request.method === 'POST'
      ? accounts.find((await readForm(request)).get('account') ?? '')
      : undefined;
  if (account) {
    await provider.interactionFinished(
      request,
      response,
      { login: { accountId: account.id, remember: false } },
      { mergeWithLastSubmission: false },
    );
    return;
  }
  sendPage(
    response,
    request.method === 'POST' ? 400 : 200,
    buildSignInPage(
      `/interaction/${uid}`,
      client?.clientName ?? 'het portaal',
      accounts.list(),
    ),
    [new URL(String(params.redirect_uri)).origin],
  );
}

function isForThisMachine(request: IncomingMessage): boolean {
  const host = request.headers.host ?? '';
  return OWN_NAMES.has(host.replace(/:\d+$/, ''));
}

/**
 * The provider with its sign-in page in front.
 *
 * @internal
 */
export function createRequestHandler(options: {
  provider: Provider;
  accounts: AccountDirectory;
  /** Absent: nothing can be changed from outside. */
  testControlSecret?: string;
}): Handler {
  const { provider, accounts, testControlSecret } = options;
  const providerHandler = provider.callback();
  return (request, response) => {
    // A page elsewhere whose name suddenly points here (DNS rebinding) gets nothing.
    if (!isForThisMachine(request)) {
      sendPage(
        response,
        421,
        buildErrorPage('invalid_request', 'unknown host'),
      );
      return;
    }
    if (testControlSecret && request.url?.startsWith(TEST_CONTROL_PATH)) {
      void handleTestControl(accounts, testControlSecret, request, response);
      return;
    }
    if (!request.url?.startsWith('/interaction/')) {
      void providerHandler(request, response);
      return;
    }
    handleInteraction(provider, accounts, request, response).catch(error => {
      // oidc-provider throws SessionNotFound for a page that was left open too long.
      const status =
        error instanceof Error && error.name === 'SessionNotFound' ? 400 : 500;
      process.stderr.write(`${String(error)}\n`);
      if (!response.headersSent) {
        sendPage(
          response,
          status,
          buildErrorPage(
            status === 400 ? 'session_not_found' : 'server_error',
            'this page has expired',
          ),
        );
      }
    });
  };
}
