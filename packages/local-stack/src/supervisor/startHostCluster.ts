import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { bootstrapControlPlane } from '../control-plane/bootstrapControlPlane.ts';
import { prepareControlPlane } from '../control-plane/prepareControlPlane.ts';
import { buildControlPlaneProcesses } from '../control-plane/processes.ts';
import {
  ensurePrograms,
  type ControlPlanePrograms,
} from '../control-plane/programs.ts';
import { readVersions } from '../control-plane/versions.ts';
import { ProgramsUnavailableError } from '../go/buildGoProgram.ts';
import type { IdentityProviderConnection } from '../identity-provider/startIdentityProvider.ts';
import {
  HostClusterClient,
  NotPermittedError,
} from '../kubernetes/HostClusterClient.ts';
import {
  describeBuild,
  describeRestart,
  STATUS_MESSAGES,
  writePortalStatus,
} from '../state/portalStatus.ts';
import type { ComponentName } from '../state/stackState.ts';
import type { StackContext } from './StackContext.ts';

const CONTROL_PLANE: ComponentName[] = [
  'etcd',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
  'kwok',
];

/**
 * Cluster that the person who starts the stack wants to use instead of the
 * built-in one.
 *
 * @remarks
 * `KUBECONFIG` does not count. Many people have one for their daily work, and
 * the launcher would apply policies for all of that cluster without having
 * been asked to.
 *
 * @returns path of its kubeconfig; undefined to use the built-in one
 * @internal
 */
export function findOwnKubeconfig(
  environment: NodeJS.ProcessEnv,
): string | undefined {
  const path = environment.NERDS_HOST_KUBECONFIG;
  if (path && !existsSync(path)) {
    throw new Error(`NERDS_HOST_KUBECONFIG names ${path}, which is not there`);
  }
  return path || undefined;
}

async function useOwnCluster(
  context: StackContext,
  kubeconfig: string,
): Promise<void> {
  const { paths, state } = context;
  const client = new HostClusterClient(kubeconfig);
  const title = `Host cluster ${client.server} (${kubeconfig})`;
  state.update('host-cluster', { state: 'starting', url: client.server });
  await context.step(title, async () => {
    const version = await client.readVersion();
    state.update('host-cluster', { version });
    const refused = await applyGuardRailsIfPermitted(client);
    await client.writePortalKubeconfig(paths.portalKubeconfig).catch(error => {
      throw refused ?? error;
    });
    state.update('host-cluster', {
      state: 'running',
      message: refused?.message,
    });
  });
}

/** An administrator may have applied them already; a token for the portal is enough then. */
async function applyGuardRailsIfPermitted(
  client: HostClusterClient,
): Promise<NotPermittedError | undefined> {
  try {
    await client.applyGuardRails();
    return undefined;
  } catch (error) {
    if (error instanceof NotPermittedError) {
      return error;
    }
    throw error;
  }
}

async function findOrBuildPrograms(
  context: StackContext,
): Promise<ControlPlanePrograms> {
  const { paths, state, signal } = context;
  return ensurePrograms(paths, {
    signal,
    onProgress: progress => {
      const message = describeBuild(progress);
      writePortalStatus(paths.portalStatus, 'starting', message);
      state.update('kube-apiserver', {
        state: 'building',
        message: message.en,
      });
      context.progress(
        buildTitle(),
        `building ${progress.program}, ${progress.number} of ${progress.total}`,
      );
    },
  });
}

function buildTitle(): string {
  return `Kubernetes ${readVersions().kubernetes}`;
}

function linkKubectl(
  context: StackContext,
  programs: ControlPlanePrograms,
): void {
  const link = join(context.paths.bin, 'kubectl');
  mkdirSync(context.paths.bin, { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(programs.path('kubectl'), link);
}

async function startControlPlane(
  context: StackContext,
  programs: ControlPlanePrograms,
  identityProvider: IdentityProviderConnection,
): Promise<void> {
  const { paths, ports } = context;
  const versions = readVersions();
  const { files, connection } = await prepareControlPlane({
    dir: paths.home,
    ports,
    oidc: {
      issuer: identityProvider.issuer,
      ca: readFileSync(identityProvider.caFile, 'utf8'),
      audiences: [
        identityProvider.kubectlClientId,
        identityProvider.portalClientId,
      ],
    },
  });
  const processes = buildControlPlaneProcesses({
    programs,
    files,
    ports,
    durable: true,
  });
  const { etcd, apiserver, controllerManager, scheduler, kwok } = processes;
  let settled = false;
  const tellPortal = (component: ComponentName) => ({
    onRunning: () =>
      settled &&
      writePortalStatus(
        paths.portalStatus,
        'available',
        STATUS_MESSAGES.available,
      ),
    onRestart: () =>
      writePortalStatus(
        paths.portalStatus,
        'starting',
        describeRestart(component),
      ),
  });
  await context.supervise('etcd', etcd, {
    url: `https://127.0.0.1:${ports.etcd}`,
    version: versions.etcd,
    ...tellPortal('etcd'),
  });
  const { kubernetes: version } = versions;
  await context.supervise('kube-apiserver', apiserver, {
    url: connection.server,
    version,
    ...tellPortal('kube-apiserver'),
  });
  await Promise.all([
    context.supervise('kube-controller-manager', controllerManager, {
      version,
    }),
    context.supervise('kube-scheduler', scheduler, { version }),
    context.supervise('kwok', kwok, { version: versions.kwok }),
    bootstrapControlPlane({
      adminKubeconfig: connection.adminKubeconfig,
      portalKubeconfig: paths.portalKubeconfig,
    }),
  ]);
  settled = true;
}

/**
 * Starts the built-in control plane, built first when needed, or prepares the
 * cluster that is to be used instead. The portal is told how far it is, and
 * told why when it cannot be had. Never throws: the portal runs without.
 *
 * @internal
 */
export async function startHostCluster(
  context: StackContext,
  identityProvider: IdentityProviderConnection,
): Promise<void> {
  const { paths } = context;
  writePortalStatus(paths.portalStatus, 'starting', STATUS_MESSAGES.starting);
  let own: string | undefined;
  try {
    own = findOwnKubeconfig(process.env);
    if (own) {
      await useOwnCluster(context, own);
    } else {
      await useBuiltInCluster(context, identityProvider);
    }
    writePortalStatus(
      paths.portalStatus,
      'available',
      STATUS_MESSAGES.available,
    );
  } catch (error) {
    if (!context.signal.aborted) {
      const asked = own ?? process.env.NERDS_HOST_KUBECONFIG;
      reportFailure(context, error, asked ? ['host-cluster'] : CONTROL_PLANE);
    }
  }
}

async function useBuiltInCluster(
  context: StackContext,
  identityProvider: IdentityProviderConnection,
): Promise<void> {
  const { paths, state } = context;
  for (const component of CONTROL_PLANE) {
    state.update(component, { state: 'waiting' });
  }
  await context.step(buildTitle(), async () => {
    const programs = await findOrBuildPrograms(context);
    linkKubectl(context, programs);
    writePortalStatus(paths.portalStatus, 'starting', STATUS_MESSAGES.starting);
    await startControlPlane(context, programs, identityProvider);
  });
}

function reportFailure(
  context: StackContext,
  error: unknown,
  components: ComponentName[],
): void {
  const message = error instanceof Error ? error.message : String(error);
  const cannotBeHad = error instanceof ProgramsUnavailableError;
  for (const component of components) {
    context.state.update(component, {
      state: cannotBeHad ? 'off' : 'failed',
      message: message.split('\n')[0],
    });
  }
  writePortalStatus(
    context.paths.portalStatus,
    'failed',
    cannotBeHad ? error.localizedMessage : STATUS_MESSAGES.failed,
  );
  process.stderr.write(`${message}\n`);
}
