import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { connect, createServer } from 'node:tls';
import { CertificateAuthority } from './CertificateAuthority.ts';

const directory = mkdtempSync(join(tmpdir(), 'nerds-pki-'));
after(() => rmSync(directory, { recursive: true }));

function handshake(options: {
  port: number;
  ca: string;
  host: string;
  cert?: string;
  key?: string;
}): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(
      { ...options, host: '127.0.0.1', servername: options.host },
      () => {
        socket.once('data', chunk => {
          resolve(chunk.toString());
          socket.destroy();
        });
      },
    );
    socket.once('error', reject);
  });
}

describe('CertificateAuthority', () => {
  it('issues certificates that a TLS server and a TLS client accept from each other', async () => {
    const authority = await CertificateAuthority.open(directory, 'tls');
    const server = await authority.issue({
      commonName: 'server',
      hosts: ['localhost', '127.0.0.1'],
    });
    const client = await authority.issue({
      commonName: 'admin',
      organization: 'system:masters',
    });
    const listener = createServer(
      {
        cert: server.certificate,
        key: server.key,
        ca: authority.certificate,
        requestCert: true,
        rejectUnauthorized: true,
      },
      socket => socket.end(String(socket.getPeerCertificate().subject.O)),
    );
    await new Promise<void>(resolve => {
      listener.listen(0, '127.0.0.1', () => resolve());
    });
    const { port } = listener.address() as AddressInfo;
    try {
      const organization = await handshake({
        port,
        ca: authority.certificate,
        host: 'localhost',
        cert: client.certificate,
        key: client.key,
      });
      assert.equal(organization, 'system:masters');
      const stranger = await CertificateAuthority.open(directory, 'stranger');
      await assert.rejects(
        handshake({ port, ca: stranger.certificate, host: 'localhost' }),
        /certificate/,
      );
      await assert.rejects(
        handshake({ port, ca: authority.certificate, host: 'example.org' }),
        /altnames/,
      );
    } finally {
      listener.close();
    }
  });

  it('is the same authority after a restart, and its key is for the owner only', async () => {
    const first = await CertificateAuthority.open(directory, 'kept');
    const second = await CertificateAuthority.open(directory, 'kept');
    assert.equal(second.certificate, first.certificate);
    const issued = await second.issue({ commonName: 'later' });
    assert.ok(
      new X509Certificate(issued.certificate).verify(
        new X509Certificate(first.certificate).publicKey,
      ),
    );
    assert.equal(statSync(join(directory, 'kept-ca.key')).mode % 0o1000, 0o600);
  });
});
