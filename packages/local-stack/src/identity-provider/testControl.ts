import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AccountChange, AccountDirectory } from './AccountDirectory.ts';

/** Below it a test changes accounts; nothing is there without a secret. @internal */
export const TEST_CONTROL_PATH = '/test-control/accounts/';

/** Enough for 10,000 groups. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

function isAllowed(request: IncomingMessage, secret: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '');
  const wanted = Buffer.from(`Bearer ${secret}`);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

async function readJson(request: IncomingMessage): Promise<AccountChange> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) {
      throw new Error('too long');
    }
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as AccountChange;
}

/**
 * `PUT /test-control/accounts/<id>` with an {@link AccountChange}: lets a test
 * of the portal make people leave, change teams or lack a claim.
 *
 * @param secret - only who has it may; made for one run of the provider
 * @internal
 */
export async function handleTestControl(
  accounts: AccountDirectory,
  secret: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'PUT' || !isAllowed(request, secret)) {
    response.writeHead(404).end();
    return;
  }
  const id = decodeURIComponent(
    String(request.url).slice(TEST_CONTROL_PATH.length),
  );
  try {
    accounts.change(id, await readJson(request));
    response.writeHead(204).end();
  } catch {
    // What cannot be read changes nothing.
    response.writeHead(400).end();
  }
}
