import { readFileSync } from 'node:fs';
import { isAnswering } from '../network/httpRequest.ts';
import { LOOPBACK } from '../network/ports.ts';
import type { ProcessSpec } from '../process/ManagedProcess.ts';
import type {
  ControlPlaneFiles,
  ControlPlanePorts,
} from './prepareControlPlane.ts';
import type { ControlPlanePrograms } from './programs.ts';

/** @internal */
export interface ControlPlaneProcesses {
  etcd: ProcessSpec;
  apiserver: ProcessSpec;
  controllerManager: ProcessSpec;
  scheduler: ProcessSpec;
  kwok: ProcessSpec;
}

interface BuildOptions {
  programs: ControlPlanePrograms;
  files: ControlPlaneFiles;
  ports: ControlPlanePorts;
  /** False loses data when the machine stops, and is faster; for tests. */
  durable: boolean;
}

const SERVICE_ACCOUNT_ISSUER = 'https://kubernetes.default.svc.cluster.local';
const READY_TIMEOUT_MS = 90_000;

function toFlags(flags: Record<string, string | number | boolean>): string[] {
  return Object.entries(flags).map(([name, value]) => `--${name}=${value}`);
}

function buildEtcd({
  programs,
  files,
  ports,
  durable,
}: BuildOptions): ProcessSpec {
  const client = `https://${LOOPBACK}:${ports.etcd}`;
  const peer = `https://${LOOPBACK}:${ports.etcdPeer}`;
  return {
    name: 'etcd',
    command: programs.path('etcd'),
    args: [
      ...toFlags({
        'data-dir': files.etcdData,
        'listen-client-urls': client,
        'advertise-client-urls': client,
        'listen-peer-urls': peer,
        'initial-advertise-peer-urls': peer,
        'initial-cluster': `default=${peer}`,
        'client-cert-auth': true,
        'trusted-ca-file': files.etcdCa,
        'cert-file': files.etcdServer.certificateFile,
        'key-file': files.etcdServer.keyFile,
        'peer-client-cert-auth': true,
        'peer-trusted-ca-file': files.etcdCa,
        'peer-cert-file': files.etcdServer.certificateFile,
        'peer-key-file': files.etcdServer.keyFile,
        'log-level': 'warn',
      }),
      ...(durable ? [] : ['--unsafe-no-fsync']),
    ],
    isReady: () =>
      isAnswering(`${client}/readyz`, {
        ca: files.etcdClient.ca,
        cert: files.etcdClient.certificate,
        key: files.etcdClient.key,
      }),
    readyTimeoutMs: READY_TIMEOUT_MS,
  };
}

function buildApiserver({ programs, files, ports }: BuildOptions): ProcessSpec {
  const ca = readFileSync(files.kubernetesCa, 'utf8');
  return {
    name: 'kube-apiserver',
    command: programs.path('kube-apiserver'),
    args: toFlags({
      'bind-address': LOOPBACK,
      'advertise-address': LOOPBACK,
      'secure-port': ports.kubeApiserver,
      'tls-cert-file': files.apiserver.certificateFile,
      'tls-private-key-file': files.apiserver.keyFile,
      'client-ca-file': files.kubernetesCa,
      'etcd-servers': `https://${LOOPBACK}:${ports.etcd}`,
      'etcd-cafile': files.etcdCa,
      'etcd-certfile': files.etcdClient.certificateFile,
      'etcd-keyfile': files.etcdClient.keyFile,
      'service-account-issuer': SERVICE_ACCOUNT_ISSUER,
      'api-audiences': SERVICE_ACCOUNT_ISSUER,
      'service-account-key-file': files.serviceAccountKey,
      'service-account-signing-key-file': files.serviceAccountKey,
      'authentication-config': files.authentication,
      'authorization-mode': 'Node,RBAC',
      'enable-admission-plugins':
        'NodeRestriction,DenyServiceExternalIPs,OwnerReferencesPermissionEnforcement,EventRateLimit',
      'admission-control-config-file': files.admission,
      'audit-policy-file': files.auditPolicy,
      'audit-log-path': files.auditLog,
      'audit-log-maxsize': 20,
      'audit-log-maxbackup': 2,
      'endpoint-reconciler-type': 'none',
      'service-cluster-ip-range': '10.0.0.0/16',
      // true, or Pod Security would refuse privileged pods for another reason
      'allow-privileged': true,
      profiling: false,
    }),
    // it waits for requests to end, also watches, before it stops
    stop: { signal: 'SIGTERM', timeoutMs: 20_000 },
    isReady: () =>
      isAnswering(`https://${LOOPBACK}:${ports.kubeApiserver}/readyz`, { ca }),
    readyTimeoutMs: READY_TIMEOUT_MS,
  };
}

/** These serve nothing that could be asked; a start that fails ends at once. */
const isReadyAtOnce = async () => true;

function buildControllerManager({
  programs,
  files,
}: BuildOptions): ProcessSpec {
  return {
    name: 'kube-controller-manager',
    command: programs.path('kube-controller-manager'),
    args: toFlags({
      kubeconfig: files.controllerManagerKubeconfig,
      'authentication-kubeconfig': files.controllerManagerKubeconfig,
      'authorization-kubeconfig': files.controllerManagerKubeconfig,
      'bind-address': LOOPBACK,
      'secure-port': 0,
      'use-service-account-credentials': true,
      'service-account-private-key-file': files.serviceAccountKey,
      'root-ca-file': files.kubernetesCa,
      'leader-elect': false,
      controllers: '*,-nodeipam,-route,-service,-cloud-node-lifecycle',
      // A new cluster waits for its quota to be counted and its service
      // account to be made: enough workers and no client-side throttling.
      'concurrent-resource-quota-syncs': 20,
      'concurrent-namespace-syncs': 20,
      'concurrent-serviceaccount-token-syncs': 10,
      'kube-api-qps': 500,
      'kube-api-burst': 1000,
    }),
    isReady: isReadyAtOnce,
    readyTimeoutMs: READY_TIMEOUT_MS,
  };
}

function buildScheduler({ programs, files }: BuildOptions): ProcessSpec {
  return {
    name: 'kube-scheduler',
    command: programs.path('kube-scheduler'),
    args: toFlags({
      kubeconfig: files.schedulerKubeconfig,
      'authentication-kubeconfig': files.schedulerKubeconfig,
      'authorization-kubeconfig': files.schedulerKubeconfig,
      'bind-address': LOOPBACK,
      'secure-port': 0,
      'leader-elect': false,
      'kube-api-qps': 200,
      'kube-api-burst': 400,
    }),
    isReady: isReadyAtOnce,
    readyTimeoutMs: READY_TIMEOUT_MS,
  };
}

function buildKwok({ programs, files }: BuildOptions): ProcessSpec {
  return {
    name: 'kwok',
    command: programs.path('kwok'),
    args: toFlags({
      kubeconfig: files.kwokKubeconfig,
      config: programs.stages,
      'manage-all-nodes': true,
      'node-ip': LOOPBACK,
      cidr: '10.244.0.0/16',
      'node-lease-duration-seconds': 40,
      v: 'WARN',
    }),
    isReady: isReadyAtOnce,
    readyTimeoutMs: READY_TIMEOUT_MS,
  };
}

/**
 * Says how to run every program of the control plane.
 *
 * @internal
 */
export function buildControlPlaneProcesses(
  options: BuildOptions,
): ControlPlaneProcesses {
  return {
    etcd: buildEtcd(options),
    apiserver: buildApiserver(options),
    controllerManager: buildControllerManager(options),
    scheduler: buildScheduler(options),
    kwok: buildKwok(options),
  };
}
