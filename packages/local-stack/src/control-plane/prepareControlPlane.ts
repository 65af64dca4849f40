import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { LOOPBACK } from '../network/ports.ts';
import { buildStackPaths, type StackPaths } from '../paths.ts';
import {
  CertificateAuthority,
  type CertificateRequest,
  type KeyAndCertificate,
} from '../pki/CertificateAuthority.ts';
import { writeFileAtomic } from '../state/files.ts';
import { SecretFiles } from '../state/secrets.ts';
import {
  buildAdmissionConfiguration,
  buildAuditPolicy,
  buildAuthenticationConfiguration,
  type OidcTrust,
} from './apiserverConfiguration.ts';
import { buildKubeconfig } from './kubeconfig.ts';

/** @internal */
export interface ControlPlanePorts {
  etcd: number;
  etcdPeer: number;
  kubeApiserver: number;
}

/** Files that the programs of the control plane read. @internal */
export interface ControlPlaneFiles {
  etcdData: string;
  etcdCa: string;
  etcdServer: CertificateFiles;
  etcdClient: CertificateFiles & KeyAndCertificate & { ca: string };
  kubernetesCa: string;
  apiserver: CertificateFiles;
  serviceAccountKey: string;
  authentication: string;
  admission: string;
  auditPolicy: string;
  auditLog: string;
  adminKubeconfig: string;
  controllerManagerKubeconfig: string;
  schedulerKubeconfig: string;
  kwokKubeconfig: string;
}

interface CertificateFiles {
  certificateFile: string;
  keyFile: string;
}

/** @public */
export interface ControlPlaneConnection {
  /** Address of kube-apiserver. */
  server: string;
  /** PEM. */
  ca: string;
  adminKubeconfig: string;
}

const SERVER_NAMES = [
  'localhost',
  LOOPBACK,
  'kubernetes',
  'kubernetes.default',
  'kubernetes.default.svc',
];

function makeServiceAccountKey(): string {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return privateKey.export({ type: 'sec1', format: 'pem' }).toString();
}

async function writeCertificate(
  authority: CertificateAuthority,
  secrets: SecretFiles,
  name: string,
  request: CertificateRequest,
): Promise<CertificateFiles & KeyAndCertificate> {
  const issued = await authority.issue(request);
  const certificateFile = secrets.path(`${name}.crt`);
  const keyFile = secrets.path(`${name}.key`);
  writeFileAtomic(certificateFile, issued.certificate);
  writeFileAtomic(keyFile, issued.key, 0o600);
  return { ...issued, certificateFile, keyFile };
}

function writeConfiguration(path: string, content: unknown): string {
  // JSON is YAML, which is what the programs read
  writeFileAtomic(path, JSON.stringify(content, null, 2), 0o600);
  return path;
}

/**
 * Makes every key, certificate, kubeconfig and configuration file of the
 * control plane. The authorities and the key of the service accounts stay;
 * the rest is made anew at every start.
 *
 * @internal
 */
export async function prepareControlPlane(options: {
  dir: string;
  ports: ControlPlanePorts;
  oidc?: OidcTrust;
}): Promise<{ files: ControlPlaneFiles; connection: ControlPlaneConnection }> {
  const paths = buildStackPaths(options.dir);
  const secrets = new SecretFiles(paths.secrets);
  mkdirSync(paths.kubernetes, { recursive: true, mode: 0o700 });
  const etcdData = join(paths.kubernetes, 'etcd');
  mkdirSync(etcdData, { recursive: true, mode: 0o700 });
  const authority = await CertificateAuthority.open(
    paths.secrets,
    'kubernetes',
  );
  await secrets.ensure('service-account.key', makeServiceAccountKey);
  const server = `https://${LOOPBACK}:${options.ports.kubeApiserver}`;
  const kubeconfigs = await writeKubeconfigs(paths, authority, server);
  const configuration = (name: string) => join(paths.kubernetes, name);
  return {
    connection: {
      server,
      ca: authority.certificate,
      adminKubeconfig: paths.adminKubeconfig,
    },
    files: {
      ...(await prepareEtcdCertificates(paths, secrets)),
      ...kubeconfigs,
      etcdData,
      kubernetesCa: secrets.path('kubernetes-ca.crt'),
      apiserver: await writeCertificate(authority, secrets, 'kube-apiserver', {
        commonName: 'kube-apiserver',
        hosts: SERVER_NAMES,
      }),
      serviceAccountKey: secrets.path('service-account.key'),
      authentication: writeConfiguration(
        configuration('authentication.json'),
        buildAuthenticationConfiguration(options.oidc),
      ),
      admission: writeConfiguration(
        configuration('admission.json'),
        buildAdmissionConfiguration(),
      ),
      auditPolicy: writeConfiguration(
        configuration('audit-policy.json'),
        buildAuditPolicy(),
      ),
      auditLog: join(paths.logs, 'kube-apiserver-audit.log'),
    },
  };
}

async function prepareEtcdCertificates(
  paths: StackPaths,
  secrets: SecretFiles,
) {
  // An authority of its own: whoever Kubernetes gives a certificate must not
  // be able to read its store.
  const authority = await CertificateAuthority.open(paths.secrets, 'etcd');
  return {
    etcdCa: secrets.path('etcd-ca.crt'),
    etcdServer: await writeCertificate(authority, secrets, 'etcd-server', {
      commonName: 'etcd',
      hosts: ['localhost', LOOPBACK],
    }),
    etcdClient: {
      ...(await writeCertificate(authority, secrets, 'etcd-client', {
        commonName: 'kube-apiserver',
      })),
      ca: authority.certificate,
    },
  };
}

async function writeKubeconfigs(
  paths: StackPaths,
  authority: CertificateAuthority,
  server: string,
) {
  const write = async (path: string, request: CertificateRequest) => {
    const credentials = await authority.issue(request);
    const text = buildKubeconfig({
      server,
      ca: authority.certificate,
      user: request.commonName,
      credentials,
    });
    writeFileAtomic(path, text, 0o600);
    return path;
  };
  const file = (name: string) => join(paths.kubernetes, `${name}.kubeconfig`);
  return {
    adminKubeconfig: await write(paths.adminKubeconfig, {
      commonName: 'nerds-local-admin',
      organization: 'system:masters',
    }),
    controllerManagerKubeconfig: await write(file('controller-manager'), {
      commonName: 'system:kube-controller-manager',
    }),
    schedulerKubeconfig: await write(file('scheduler'), {
      commonName: 'system:kube-scheduler',
    }),
    // plays all the kubelets and their nodes
    kwokKubeconfig: await write(file('kwok'), {
      commonName: 'kwok',
      organization: 'system:masters',
    }),
  };
}
