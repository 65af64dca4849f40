import http from 'node:http';
import https from 'node:https';

/** An answer of {@link HttpClient}. */
export interface JsonResponse {
  status: number;
  // answers of two APIs in every shape; the callers know which one they asked for
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  body: any;
}

/** What goes into one request. */
export interface JsonRequest {
  method?: string;
  path: string;
  token?: string;
  body?: unknown;
  contentType?: string;
}

class ClosedConnectionError extends Error {}

/** Sends JSON over connections that stay open, with nothing in between. */
export class HttpClient {
  readonly #base: URL;
  readonly #agent: http.Agent;

  /** @param ca - PEM of the authority behind an https address that the system does not know */
  constructor(baseUrl: string, ca?: string) {
    this.#base = new URL(baseUrl);
    this.#agent =
      this.#base.protocol === 'https:'
        ? new https.Agent({ keepAlive: true, ca })
        : new http.Agent({ keepAlive: true });
  }

  /** Once more, as browsers do, when the server had just closed the connection that lay idle. */
  async send(request: JsonRequest): Promise<JsonResponse> {
    try {
      return await this.#sendOnce(request);
    } catch (error) {
      const isReading = (request.method ?? 'GET') === 'GET';
      if (!isReading || !(error instanceof ClosedConnectionError)) throw error;
      return this.#sendOnce(request);
    }
  }

  #sendOnce(request: JsonRequest): Promise<JsonResponse> {
    const { request: open } = this.#base.protocol === 'https:' ? https : http;
    const payload =
      request.body === undefined ? undefined : JSON.stringify(request.body);
    return new Promise((resolve, reject) => {
      const outgoing = open(
        new URL(request.path, this.#base),
        {
          method: request.method ?? 'GET',
          agent: this.#agent,
          headers: {
            accept: 'application/json',
            ...(request.token && { authorization: `Bearer ${request.token}` }),
            ...(payload && {
              'content-type': request.contentType ?? 'application/json',
              'content-length': Buffer.byteLength(payload),
            }),
          },
        },
        incoming => {
          const chunks: Buffer[] = [];
          incoming.on('data', chunk => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => {
            const text = Buffer.concat(chunks).toString();
            resolve({
              status: incoming.statusCode ?? 0,
              body: text ? JSON.parse(text) : undefined,
            });
          });
        },
      );
      outgoing.on('error', (error: NodeJS.ErrnoException) =>
        reject(
          outgoing.reusedSocket && error.code === 'ECONNRESET'
            ? new ClosedConnectionError(error.message)
            : error,
        ),
      );
      outgoing.end(payload);
    });
  }

  /** Like {@link send}, but any other status than the expected ones is an error. */
  async expect(
    expected: number[],
    request: JsonRequest,
  ): Promise<JsonResponse['body']> {
    const { status, body } = await this.send(request);
    if (!expected.includes(status)) {
      throw new Error(
        `${request.method ?? 'GET'} ${request.path} answered ${status}: ${
          body?.detail ?? body?.message
        }`,
      );
    }
    return body;
  }

  close() {
    this.#agent.destroy();
  }
}
