// @peculiar/x509 resolves its algorithms through decorators' metadata
import 'reflect-metadata';
import { existsSync, readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { join } from 'node:path';
import * as x509 from '@peculiar/x509';
import { writeFileAtomic } from '../state/files.ts';

const { subtle } = globalThis.crypto;
const KEY_ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256' };
const SIGNING_ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' };
const DAY_MS = 24 * 60 * 60 * 1000;
const AUTHORITY_LIFETIME_MS = 10 * 365 * DAY_MS;
/** Made anew at every start; long enough for a stack that is never restarted. */
const CERTIFICATE_LIFETIME_MS = 397 * DAY_MS;
/** For clocks that differ a little, e.g. of a virtual machine. */
const BACKDATE_MS = 5 * 60 * 1000;

/** A certificate and its private key, both PEM. @public */
export interface KeyAndCertificate {
  certificate: string;
  key: string;
}

/** What a certificate is for. @public */
export interface CertificateRequest {
  commonName: string;
  /** For Kubernetes client certificates: the group of the user. */
  organization?: string;
  /** Names and addresses of a server; none for a client certificate. */
  hosts?: string[];
}

async function exportKey(key: CryptoKey): Promise<string> {
  const pkcs8 = await subtle.exportKey('pkcs8', key);
  return x509.PemConverter.encode(pkcs8, 'PRIVATE KEY');
}

function importKey(pem: string): Promise<CryptoKey> {
  const pkcs8 = x509.PemConverter.decodeFirst(pem);
  return subtle.importKey('pkcs8', pkcs8, KEY_ALGORITHM, true, ['sign']);
}

function generateKeys(): Promise<CryptoKeyPair> {
  return subtle.generateKey(KEY_ALGORITHM, true, ['sign', 'verify']);
}

/**
 * A certificate authority for this machine only. Written in JavaScript on
 * purpose: no openssl needs to be installed.
 *
 * @public
 */
export class CertificateAuthority {
  /** PEM. */
  readonly certificate: string;
  private readonly signingKey: CryptoKey;

  private constructor(certificate: string, signingKey: CryptoKey) {
    this.certificate = certificate;
    this.signingKey = signingKey;
  }

  /**
   * Opens the authority kept in a directory; the first time it is made.
   *
   * @param name - what people see as its name; also part of the file names
   */
  static async open(
    directory: string,
    name: string,
  ): Promise<CertificateAuthority> {
    const certificateFile = join(directory, `${name}-ca.crt`);
    const keyFile = join(directory, `${name}-ca.key`);
    if (existsSync(certificateFile) && existsSync(keyFile)) {
      return new CertificateAuthority(
        readFileSync(certificateFile, 'utf8'),
        await importKey(readFileSync(keyFile, 'utf8')),
      );
    }
    const keys = await generateKeys();
    const certificate = await x509.X509CertificateGenerator.createSelfSigned({
      name: [{ CN: [`NeRDS local ${name}`] }],
      keys,
      signingAlgorithm: SIGNING_ALGORITHM,
      notBefore: new Date(Date.now() - BACKDATE_MS),
      notAfter: new Date(Date.now() + AUTHORITY_LIFETIME_MS),
      extensions: [
        new x509.BasicConstraintsExtension(true, 0, true),
        new x509.KeyUsagesExtension(
          x509.KeyUsageFlags.keyCertSign + x509.KeyUsageFlags.cRLSign,
          true,
        ),
        await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      ],
    });
    const pem = `${certificate.toString('pem')}\n`;
    writeFileAtomic(keyFile, await exportKey(keys.privateKey), 0o600);
    writeFileAtomic(certificateFile, pem);
    return new CertificateAuthority(pem, keys.privateKey);
  }

  /**
   * Makes a key and a certificate for a server (with hosts) or a client (without).
   */
  async issue(request: CertificateRequest): Promise<KeyAndCertificate> {
    const keys = await generateKeys();
    const { ExtendedKeyUsage } = x509;
    const certificate = await x509.X509CertificateGenerator.create({
      subject: [
        ...(request.organization ? [{ O: [request.organization] }] : []),
        { CN: [request.commonName] },
      ],
      issuer: new x509.X509Certificate(this.certificate).subject,
      publicKey: keys.publicKey,
      signingKey: this.signingKey,
      signingAlgorithm: SIGNING_ALGORITHM,
      notBefore: new Date(Date.now() - BACKDATE_MS),
      notAfter: new Date(Date.now() + CERTIFICATE_LIFETIME_MS),
      extensions: [
        new x509.BasicConstraintsExtension(false, undefined, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        // a server of the stack (etcd) is also a client of its peers
        new x509.ExtendedKeyUsageExtension(
          request.hosts
            ? [ExtendedKeyUsage.serverAuth, ExtendedKeyUsage.clientAuth]
            : [ExtendedKeyUsage.clientAuth],
        ),
        await x509.AuthorityKeyIdentifierExtension.create(
          new x509.X509Certificate(this.certificate).publicKey,
        ),
        ...(request.hosts ? [buildAlternativeNames(request.hosts)] : []),
      ],
    });
    return {
      certificate: `${certificate.toString('pem')}\n`,
      key: await exportKey(keys.privateKey),
    };
  }
}

function buildAlternativeNames(
  hosts: string[],
): x509.SubjectAlternativeNameExtension {
  return new x509.SubjectAlternativeNameExtension(
    hosts.map(host => ({
      type: isIP(host) ? ('ip' as const) : ('dns' as const),
      value: host,
    })),
  );
}
