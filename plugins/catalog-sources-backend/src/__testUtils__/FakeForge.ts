import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What goes wrong in the list of projects. */
export type Failure = 500 | 401 | 'silence' | 'no-json';

const PER_PAGE = 2;

/**
 * A forge on this machine: speaks as much of the APIs of GitLab and Gitea as
 * discovery asks for, in their real format.
 */
export class FakeForge {
  /** Content of `catalog-info.yaml` by the name of the project. */
  files: Record<string, string> = {};
  failure?: Failure;
  /** The forge refuses to give this file. */
  unreadable?: string;
  host = '';
  /** A project keeps its number, as on a forge. */
  readonly #names: string[] = [];
  readonly #server: Server = createServer((request, response) =>
    this.#answer(request, response),
  );

  async start(): Promise<void> {
    await new Promise<void>(resolve => {
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    this.host = `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(`http://${this.host}${request.url}`);
    if (/\/(projects|repos)$/.test(url.pathname)) {
      this.#answerList(url, response);
      return;
    }
    const [, project, file] =
      /^\/api\/v4\/projects\/([^/]+)(\/repository\/files\/.*)?$/.exec(
        url.pathname,
      ) ?? [];
    const path = decodeURIComponent(project ?? '-');
    const name = this.#names[Number(path)] ?? path.replace('gemeente/', '');
    const content = this.files[name];
    const isRead = request.method === 'GET';
    if (content === undefined) {
      answer(response, 404, '{}');
    } else if (!file) {
      answer(response, 200, JSON.stringify({ id: this.#toId(name) }));
    } else if (isRead && this.unreadable === name) {
      answer(response, 403, '{}');
    } else {
      answer(response, 200, content);
    }
  }

  #toId(name: string): number {
    if (!this.#names.includes(name)) this.#names.push(name);
    return this.#names.indexOf(name);
  }

  #answerList(url: URL, response: ServerResponse): void {
    const { failure } = this;
    if (failure === 'silence') return;
    if (failure === 'no-json') {
      answer(response, 200, '<html>onderhoud</html>');
      return;
    }
    if (failure) {
      answer(response, failure, '{"message":"nee"}');
      return;
    }
    const page = Number(url.searchParams.get('page'));
    const names = Object.keys(this.files);
    const end = page * PER_PAGE;
    response.setHeader('x-next-page', end < names.length ? page + 1 : '');
    const projects = names.slice(end - PER_PAGE, end).map(name => ({
      id: this.#toId(name),
      default_branch: 'main',
      path_with_namespace: `gemeente/${name}`,
      web_url: `http://${this.host}/gemeente/${name}`,
    }));
    answer(response, 200, JSON.stringify(projects));
  }
}

function answer(response: ServerResponse, status: number, body: string): void {
  response.statusCode = status;
  response.end(body);
}
