// @peculiar/x509 resolves its algorithms through decorators' metadata
import 'reflect-metadata';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import * as x509 from '@peculiar/x509';

const KEY_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };
const HOUR_MS = 60 * 60 * 1000;

/**
 * A certificate of this test alone, which this process trusts as it does the
 * authorities in the file of `NODE_EXTRA_CA_CERTS`.
 */
export class TestAuthority {
  private constructor(
    readonly tls: { cert: string; key: string },
    private readonly others: string[],
  ) {}

  static async create(hosts: { dns?: string[]; ip?: string[] }) {
    const { subtle } = globalThis.crypto;
    const keys = await subtle.generateKey(KEY_ALGORITHM, true, [
      'sign',
      'verify',
    ]);
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      // One of its own, for that is how a trusted one is looked up.
      name: `CN=NeRDS test of ${[
        ...(hosts.dns ?? []),
        ...(hosts.ip ?? []),
      ].join(' ')}`,
      keys,
      signingAlgorithm: { name: 'ECDSA', hash: 'SHA-256' },
      notBefore: new Date(Date.now() - HOUR_MS),
      notAfter: new Date(Date.now() + HOUR_MS),
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.SubjectAlternativeNameExtension([
          ...(hosts.dns ?? []).map(value => ({ type: 'dns' as const, value })),
          ...(hosts.ip ?? []).map(value => ({ type: 'ip' as const, value })),
        ]),
      ],
    });
    const pkcs8 = await subtle.exportKey('pkcs8', keys.privateKey);
    const tls = {
      cert: certificate.toString('pem'),
      key: x509.PemConverter.encode(pkcs8, 'PRIVATE KEY'),
    };
    const others = getCACertificates('default');
    setDefaultCACertificates([...others, tls.cert]);
    return new TestAuthority(tls, others);
  }

  distrust(): void {
    setDefaultCACertificates(this.others);
  }
}
