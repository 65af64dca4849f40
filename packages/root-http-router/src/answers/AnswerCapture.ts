import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

type WriteArgs = [chunk?: unknown, encoding?: unknown, callback?: unknown];

/** What a plugin wanted to answer. @internal */
export interface CapturedAnswer {
  status: number;
  contentType: string;
  body: string;
}

/** More than this is no message for people. */
const MAX_BODY_BYTES = 256 * 1024;

function toBuffer([chunk, encoding]: WriteArgs): Buffer {
  if (chunk === undefined || chunk === null || typeof chunk === 'function') {
    return Buffer.alloc(0);
  }
  return typeof chunk === 'string'
    ? Buffer.from(
        chunk,
        typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8',
      )
    : Buffer.from(chunk as Uint8Array);
}

function callBack(args: WriteArgs): void {
  const callback = args.find(arg => typeof arg === 'function');
  if (callback) process.nextTick(callback as () => void);
}

/**
 * Holds errors (4xx and 5xx) back until they are complete, so that they can be
 * replaced. All other answers stream as before.
 *
 * @param res - answer that has not started
 * @param replace - gives the body to send, with its type; undefined: the
 *   plugin's own
 * @internal
 */
export function captureErrors(
  res: ServerResponse,
  replace: (
    answer: CapturedAnswer,
  ) => { contentType: string; body: string } | undefined,
): void {
  const { write, end, writeHead, flushHeaders } = res;
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  let isReleased = false;
  const isHeld = () => !isReleased && !res.headersSent && res.statusCode >= 400;
  const hold = (args: WriteArgs) => {
    const chunk = toBuffer(args);
    sizeBytes += chunk.length;
    if (sizeBytes <= MAX_BODY_BYTES) chunks.push(chunk);
    callBack(args);
  };

  res.writeHead = ((status: number, ...rest: unknown[]) => {
    if (isReleased || status < 400) {
      return Reflect.apply(writeHead, res, [status, ...rest]);
    }
    res.statusCode = status;
    const headers = rest.find(part => typeof part === 'object' && part) ?? {};
    for (const [name, value] of Object.entries(
      headers as OutgoingHttpHeaders,
    )) {
      if (value !== undefined) res.setHeader(name, value);
    }
    return res;
  }) as typeof res.writeHead;

  res.flushHeaders = () => {
    if (!isHeld()) Reflect.apply(flushHeaders, res, []);
  };

  res.write = ((...args: WriteArgs) => {
    if (!isHeld()) return Reflect.apply(write, res, args);
    hold(args);
    return true;
  }) as typeof res.write;

  res.end = ((...args: WriteArgs) => {
    if (!isHeld()) return Reflect.apply(end, res, args);
    hold(args);
    isReleased = true;
    const answer = {
      status: res.statusCode,
      contentType: String(res.getHeader('Content-Type') ?? ''),
      body: Buffer.concat(chunks).toString(),
    };
    const replacement = replace(answer);
    if (!replacement) {
      return Reflect.apply(end, res, [Buffer.concat(chunks)]);
    }
    for (const name of ['ETag', 'Content-Encoding', 'Transfer-Encoding']) {
      res.removeHeader(name);
    }
    const body = Buffer.from(replacement.body);
    res.setHeader('Content-Type', replacement.contentType);
    res.setHeader('Content-Length', body.length);
    return Reflect.apply(end, res, [body]);
  }) as typeof res.end;
}
