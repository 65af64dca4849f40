import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers as TechDocs does about the search index of a site, the same for every site. */
export async function startTechDocs(docs: object[]) {
  const server = createServer((req, res) => {
    const isKnown = req.url!.endsWith('/search/search_index.json');
    res.writeHead(isKnown ? 200 : 404, { 'content-type': 'application/json' });
    res.end(JSON.stringify(isKnown ? { docs } : {}));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
