import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { findPortHolder, parseListeningInodes } from './portHolder.ts';
import { allocatePorts, isPortFree } from './ports.ts';
import { requireFreePort } from './requireFreePort.ts';

const dir = mkdtempSync(join(tmpdir(), 'nerds-ports-'));
after(() => rmSync(dir, { recursive: true }));

async function occupy(port: number) {
  const server = createServer();
  await new Promise<void>(resolve => {
    server.listen(port, '127.0.0.1', () => resolve());
  });
  return server;
}

describe('ports', () => {
  it('stay the same over starts; only one that is taken is replaced', async () => {
    const file = join(dir, 'ports.json');
    const first = await allocatePorts(file);
    assert.deepEqual(first.replaced, []);
    assert.equal(new Set(Object.values(first.ports)).size, 7);
    assert.deepEqual(await allocatePorts(file), first);

    const squatter = await occupy(first.ports.etcd);
    const third = await allocatePorts(file);
    squatter.close();
    assert.deepEqual(third.replaced, ['etcd']);
    assert.notEqual(third.ports.etcd, first.ports.etcd);
    assert.equal(third.ports.kubeApiserver, first.ports.kubeApiserver);
  });

  it('names the program that holds one', async () => {
    const server = await occupy(0);
    const { port } = server.address() as AddressInfo;
    try {
      assert.equal(await isPortFree(port), false);
      assert.match(
        findPortHolder(port) ?? '',
        new RegExp(`process ${process.pid}`),
      );
      await assert.rejects(
        requireFreePort(port),
        new RegExp(`Port ${port} is taken by .* --port ${port + 1}`),
      );
    } finally {
      server.close();
    }
  });

  it('reads listening sockets only, of that port only', () => {
    const table = [
      '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode',
      '   0: 0100007F:1B5F 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 111 1',
      '   1: 0100007F:1B5F 0100007F:C350 01 00000000:00000000 00:00000000 00000000     0        0 222 1',
      '   2: 0100007F:0050 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 333 1',
    ].join('\n');
    assert.deepEqual(parseListeningInodes(table, 7007), ['111']);
  });
});
