import { findFreePort } from '../network/ports.ts';
import { buildStackPaths } from '../paths.ts';
import { ManagedProcess } from '../process/ManagedProcess.ts';
import type { OidcTrust } from './apiserverConfiguration.ts';
import { bootstrapControlPlane } from './bootstrapControlPlane.ts';
import {
  prepareControlPlane,
  type ControlPlaneConnection,
  type ControlPlanePorts,
} from './prepareControlPlane.ts';
import { buildControlPlaneProcesses } from './processes.ts';
import { ensurePrograms } from './programs.ts';
import { readVersions } from './versions.ts';

/** @public */
export interface ControlPlaneOptions {
  /** Directory of the stack. */
  dir: string;
  /** Default: nobody but the administrator and service accounts can sign in. */
  oidc?: OidcTrust;
  /** Default: ones that are free. */
  ports?: ControlPlanePorts;
  /** Default true. False is faster and loses data when the machine stops; for tests. */
  durable?: boolean;
}

/** @public */
export interface RunningControlPlane extends ControlPlaneConnection {
  /** The portal's least-privilege account. */
  portalKubeconfig: string;
  /** Of Kubernetes. */
  version: string;
  kubectl: string;
  pids: Record<string, number>;
  stop(): Promise<void>;
}

/**
 * Starts etcd, kube-apiserver, kube-controller-manager, kube-scheduler and KWOK
 * below a directory, with nodes, guard-rails and the portal's account.
 * The programs are built first when nobody did.
 *
 * @public
 */
export async function startControlPlane(
  options: ControlPlaneOptions,
): Promise<RunningControlPlane> {
  const paths = buildStackPaths(options.dir);
  const programs = await ensurePrograms(paths);
  const ports = options.ports ?? {
    etcd: await findFreePort(),
    etcdPeer: await findFreePort(),
    kubeApiserver: await findFreePort(),
  };
  const { files, connection } = await prepareControlPlane({
    dir: options.dir,
    ports,
    oidc: options.oidc,
  });
  const processes = buildControlPlaneProcesses({
    programs,
    files,
    ports,
    durable: options.durable ?? true,
  });
  const started: [string, ManagedProcess][] = [];
  const stop = async () => {
    for (const [, program] of started.reverse()) {
      await program.stop();
    }
  };
  try {
    for (const spec of Object.values(processes)) {
      const program = await ManagedProcess.start(spec, {
        logDirectory: paths.logs,
      });
      started.push([spec.name, program]);
    }
    await bootstrapControlPlane({
      adminKubeconfig: connection.adminKubeconfig,
      portalKubeconfig: paths.portalKubeconfig,
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    ...connection,
    portalKubeconfig: paths.portalKubeconfig,
    version: readVersions().kubernetes,
    kubectl: programs.path('kubectl'),
    pids: Object.fromEntries(
      started.map(([name, program]) => [name, program.identity.pid]),
    ),
    stop,
  };
}
