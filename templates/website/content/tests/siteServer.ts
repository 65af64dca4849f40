import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'dist');

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain',
};

/** The headers that the web server gives with every answer, read from its configuration. */
export function readSecurityHeaders(): Record<string, string> {
  const configuration = readFileSync(join(root, 'nginx/security-headers.conf'), 'utf8');
  return Object.fromEntries(
    [...configuration.matchAll(/^add_header (\S+) "(.*)" always;$/gm)].map((match) => [
      String(match[1]).toLowerCase(),
      String(match[2]),
    ]),
  );
}

/** Serves the built site as the web server does, with the same headers. */
export async function serveSite(): Promise<{ url: string; stop: () => void }> {
  const headers = readSecurityHeaders();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname;
    const wanted = join(dist, path);
    const candidates = [wanted, join(wanted, 'index.html')];
    const file = candidates.find((place) => existsSync(place) && statSync(place).isFile());
    const shown = file ?? join(dist, '404.html');
    response.writeHead(file ? 200 : 404, {
      ...headers,
      'content-type': TYPES[extname(shown)] ?? 'application/octet-stream',
    });
    response.end(readFileSync(shown));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
