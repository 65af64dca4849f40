import { createHash } from 'node:crypto';
import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong with the next request for a path. */
export type Fault =
  | { status: number; retryAfter?: string }
  | { redirectTo: string }
  /** Sends headers and half of the body, and closes the connection. */
  | 'cut-off'
  /** Never answers. */
  | 'silent'
  /** Half of the JSON, with a length that fits it. */
  | 'half-json'
  | 'not-a-list'
  /** A list without anything in it, and without a word about that. */
  | 'empty'
  /** A list that lacks its last item, although it is counted. */
  | 'short';

/** A request as the server saw it. */
export interface SeenRequest {
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
}

const KEY = 'een-geheime-sleutel';

/**
 * Speaks the formats of the registers over real HTTP: bare arrays with the
 * paging in the headers, details, OpenAPI descriptions, one large document, the
 * value lists of TOOI, ETags; and goes wrong on demand.
 */
export class FakeRegisterServer {
  static readonly key = KEY;

  apis: any[] = [];
  repositories: any[] = [];
  algorithms: any[] = [];
  valueLists: Record<string, unknown> = {};
  /** OpenAPI descriptions by id of the API; absent: 404. */
  definitions = new Map<string, unknown>();
  hasEtags = true;
  readonly requests: SeenRequest[] = [];
  readonly #faults = new Map<string, Fault[]>();
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(error => {
        response.statusCode = 500;
        response.end(String(error));
      });
    });
  }

  /** @param port - default: one that is free */
  static async start(port = 0): Promise<FakeRegisterServer> {
    const fake = new FakeRegisterServer();
    await new Promise<void>(resolve => {
      fake.#server.listen(port, '127.0.0.1', resolve);
    });
    return fake;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  /** Empties it, as if it had just been started. */
  reset(): void {
    this.apis = [];
    this.repositories = [];
    this.algorithms = [];
    this.valueLists = {};
    this.definitions.clear();
    this.hasEtags = true;
    this.requests.length = 0;
    this.#faults.clear();
  }

  get baseUrl(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Has the next requests for a path, with its page if that is said, go wrong. */
  failNext(path: string, ...faults: Fault[]): void {
    this.#faults.set(path, [...(this.#faults.get(path) ?? []), ...faults]);
  }

  countRequests(pattern: RegExp): number {
    return this.requests.filter(({ path }) => pattern.test(path)).length;
  }

  async #answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const url = new URL(request.url ?? '/', this.baseUrl);
    const { pathname: path, searchParams: query } = url;
    this.requests.push({ path, query, headers: request.headers });
    const page = query.get('page');
    const fault =
      this.#faults.get(`${path}?page=${page}`)?.shift() ??
      this.#faults.get(path)?.shift();
    if (fault === 'silent') return;
    if (typeof fault === 'object') {
      this.#sendFault(response, fault);
      return;
    }
    if (
      path.startsWith('/api-register') &&
      request.headers['x-api-key'] !== KEY
    ) {
      send(response, 401, { title: 'Unauthorized', status: 401 });
      return;
    }
    const found = fault === 'empty' ? { body: [] } : this.#find(path, query);
    if (!found) {
      send(response, 404, { title: 'Not Found', status: 404 });
      return;
    }
    const isShort = fault === 'short' && Array.isArray(found.body);
    const body = isShort ? (found.body as []).slice(0, -1) : found.body;
    this.#sendFound(request, response, { ...found, body, fault });
  }

  #sendFault(response: ServerResponse, fault: Extract<Fault, object>): void {
    if ('redirectTo' in fault) {
      response.writeHead(302, { location: fault.redirectTo }).end();
      return;
    }
    if (fault.retryAfter) response.setHeader('retry-after', fault.retryAfter);
    send(response, fault.status, { status: fault.status });
  }

  #sendFound(
    request: IncomingMessage,
    response: ServerResponse,
    found: { body: unknown; headers?: Record<string, string>; fault?: Fault },
  ): void {
    const { body, headers = {}, fault } = found;
    const text = JSON.stringify(fault === 'not-a-list' ? { error: 1 } : body);
    const etag = `"${createHash('sha1').update(text).digest('hex')}"`;
    for (const [name, value] of Object.entries(headers)) {
      response.setHeader(name, value);
    }
    if (this.hasEtags && !fault) {
      response.setHeader('etag', etag);
      if (request.headers['if-none-match'] === etag) {
        response.writeHead(304).end();
        return;
      }
    }
    response.setHeader('content-type', 'application/json');
    const half = text.slice(0, text.length / 2);
    if (fault === 'half-json') {
      response.end(half);
    } else if (fault === 'cut-off') {
      response.setHeader('content-length', Buffer.byteLength(text));
      response.write(half, () => response.destroy());
    } else {
      response.end(text);
    }
  }

  #find(
    path: string,
    query: URLSearchParams,
  ): { body: unknown; headers?: Record<string, string> } | undefined {
    const [, register, resource, id, , version] = path.split('/');
    if (register === 'api-register' && resource === 'apis') {
      if (version)
        return wrap(version === '3.0.json' && this.definitions.get(id));
      return id
        ? wrap(this.apis.find(api => api?.id === id))
        : toPage(this.apis.map(toApiSummary), query, path);
    }
    if (register === 'oss-register' && resource === 'repositories') {
      return id
        ? wrap(this.repositories.find(repository => repository?.id === id))
        : toPage(this.repositories.map(toRepositorySummary), query, path);
    }
    if (path === '/algoritmes/downloads/site-data/json') {
      return wrap({
        algoritme_versions: this.algorithms,
        organisation_details: [],
      });
    }
    return wrap(this.valueLists[path]);
  }
}

function wrap(body: unknown) {
  return body ? { body } : undefined;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, { 'content-type': 'application/problem+json' })
    .end(JSON.stringify(body));
}

function toApiSummary(api: any): unknown {
  const { oasUrl, docsUrl, auth, servers, ...summary } = api ?? {};
  return summary;
}

/** The crawler comes by all the time. */
function toRepositorySummary(repository: any): unknown {
  const { publicCode, longDescription, ...summary } = repository ?? {};
  return { ...summary, lastCrawledAt: new Date().toISOString() };
}

function toPage(items: unknown[], query: URLSearchParams, path: string) {
  const perPage = Number(query.get('perPage') ?? 20);
  const page = Number(query.get('page') ?? 1);
  const totalPages = Math.max(1, Math.ceil(items.length / perPage));
  const toLink = (number: number, rel: string) =>
    `<https://elsewhere.example${path}?page=${number}>; rel="${rel}"`;
  return {
    body: items.slice((page - 1) * perPage, page * perPage),
    headers: {
      'total-count': String(items.length),
      'total-pages': String(totalPages),
      'per-page': String(perPage),
      'current-page': String(page),
      'api-version': '1.0.0',
      link: [
        toLink(1, 'first'),
        ...(page < totalPages ? [toLink(page + 1, 'next')] : []),
        toLink(totalPages, 'last'),
      ].join(', '),
    },
  };
}
