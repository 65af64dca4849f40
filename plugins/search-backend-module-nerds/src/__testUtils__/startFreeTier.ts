import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers as the free tier does about clusters; what it answers can be changed. */
export async function startFreeTier() {
  const state = {
    status: 200,
    clusters: [] as { name: string; owner: string; state?: string }[],
    asked: [] as { path: string; authorization: string }[],
  };
  const server = createServer((req, res) => {
    state.asked.push({
      path: req.url!,
      authorization: req.headers.authorization ?? '',
    });
    res.writeHead(state.status, { 'content-type': 'application/json' });
    res.end(
      JSON.stringify({
        items: state.clusters.map((cluster, index) => ({
          id: `id-${index}`,
          purpose: 'Proef met parkeren',
          size: 'small',
          state: 'ready',
          ...cluster,
        })),
      }),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    state,
    url: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
