import { readFileSync } from 'node:fs';
import { request as requestHttp, type IncomingHttpHeaders } from 'node:http';
import { request as requestHttps } from 'node:https';

export interface TextAnswer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** One request, redirects not followed, with a CA for this request only. */
export function fetchText(
  url: string,
  options: {
    caFile?: string;
    method?: string;
    headers?: Record<string, string>;
    body?: string;
  } = {},
): Promise<TextAnswer> {
  const send = url.startsWith('https:') ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      {
        method: options.method ?? 'GET',
        headers: options.headers,
        ca: options.caFile && readFileSync(options.caFile),
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
            text: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    request.once('error', reject);
    request.end(options.body);
  });
}
