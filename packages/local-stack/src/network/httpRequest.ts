import { request as requestHttp, type IncomingHttpHeaders } from 'node:http';
import { request as requestHttps } from 'node:https';

/** @internal */
export interface HttpRequestOptions {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** PEM of the authority to trust, for https on this machine. */
  ca?: string;
  /** Client certificate and key, PEM. */
  cert?: string;
  key?: string;
  /** Default 10 s. */
  timeoutMs?: number;
}

/** @internal */
export interface HttpAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

/**
 * One request, redirects not followed. `fetch` would need another package to
 * trust a certificate authority of our own for one request only.
 *
 * @internal
 */
export function httpRequest(
  url: string | URL,
  options: HttpRequestOptions = {},
): Promise<HttpAnswer> {
  const target = new URL(url);
  const send = target.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = send(
      target,
      {
        method: options.method ?? 'GET',
        headers: {
          ...options.headers,
          ...(options.body !== undefined && {
            'Content-Length': String(Buffer.byteLength(options.body)),
          }),
        },
        ca: options.ca,
        cert: options.cert,
        key: options.key,
        timeout: options.timeoutMs ?? 10_000,
        agent: false,
      },
      response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    request.once('timeout', () =>
      request.destroy(new Error(`No answer from ${target.origin} in time`)),
    );
    request.once('error', reject);
    request.end(options.body);
  });
}

/**
 * Asks a health address; anything but a 200 is "not yet".
 *
 * @internal
 */
export async function isAnswering(
  url: string | URL,
  options: HttpRequestOptions = {},
): Promise<boolean> {
  try {
    const answer = await httpRequest(url, { timeoutMs: 2_000, ...options });
    return answer.status === 200;
  } catch {
    // Refused, reset or a certificate that is still being made: not yet.
    return false;
  }
}
