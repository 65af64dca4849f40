import { bootstrapForge } from '../forge/bootstrapForge.ts';
import {
  buildForgeStatus,
  describeForgeBuild,
} from '../forge/describeForge.ts';
import { toForgeSignIn } from '../forge/ensureSignIn.ts';
import { prepareForge, type ForgeConnection } from '../forge/prepareForge.ts';
import { ensureForgeProgram, findForgeProgram } from '../forge/program.ts';
import { readForgeVersions } from '../forge/versions.ts';
import { ProgramsUnavailableError } from '../go/buildGoProgram.ts';
import type { IdentityProviderConnection } from '../identity-provider/startIdentityProvider.ts';
import type { PostgresConnection } from '../postgres/startPostgres.ts';
import type { LocalizedText } from '../state/LocalizedText.ts';
import {
  writePortalStatus,
  type PortalStatusState,
} from '../state/portalStatus.ts';
import type { StackContext } from './StackContext.ts';

interface ForgeOptions {
  connection: ForgeConnection;
  /** Where people sign in to the forge. */
  identityProvider: IdentityProviderConnection;
  portalUrl: string;
  /** The superuser's: the forge gets a role and a database of its own. */
  postgres: PostgresConnection;
  /** What is waited for before a build, whatever its end. */
  after: Promise<void>;
}

function tellPortal(
  context: StackContext,
  state: PortalStatusState,
  message: LocalizedText = buildForgeStatus(state),
): void {
  writePortalStatus(context.paths.forgeStatus, state, message);
}

async function findOrBuildProgram(
  context: StackContext,
  options: ForgeOptions,
) {
  const { paths, signal, state } = context;
  if (!findForgeProgram(paths)) {
    await options.after;
    signal.throwIfAborted();
  }
  return ensureForgeProgram(paths, {
    signal,
    onBuild: () => {
      const message = describeForgeBuild();
      tellPortal(context, 'starting', message);
      state.update('forge', { state: 'building', message: message.en });
      context.progress(buildTitle(), 'building, once');
    },
  });
}

function buildTitle(): string {
  return `Forge (Gitea ${readForgeVersions().gitea})`;
}

async function runForge(
  context: StackContext,
  options: ForgeOptions,
): Promise<void> {
  const { paths, ports } = context;
  const program = await findOrBuildProgram(context, options);
  tellPortal(context, 'starting');
  const { connection, identityProvider, portalUrl, postgres } = options;
  const { spec, settingsFile } = await prepareForge({
    dir: paths.home,
    port: ports.forge,
    postgres,
    program,
    connection,
    signIn: toForgeSignIn(identityProvider),
  });
  let settled = false;
  await context.supervise('forge', spec, {
    url: connection.baseUrl,
    version: `Gitea ${readForgeVersions().gitea}`,
    onRunning: () => settled && tellPortal(context, 'available'),
    onRestart: () => tellPortal(context, 'starting'),
  });
  await bootstrapForge({
    ...{ dir: paths.home, program, settingsFile, connection, portalUrl },
  });
  settled = true;
  tellPortal(context, 'available');
}

/**
 * Starts the forge, built first when needed. The portal is told how far it is,
 * and told why when it cannot be had. Never throws: the portal runs without.
 *
 * @internal
 */
export async function startForge(
  context: StackContext,
  options: ForgeOptions,
): Promise<void> {
  context.state.update('forge', { state: 'waiting' });
  tellPortal(context, 'starting');
  try {
    await context.step(buildTitle(), () => runForge(context, options));
  } catch (error) {
    if (context.signal.aborted) {
      return;
    }
    const message = error instanceof Error ? error.message : String(error);
    const cannotBeHad = error instanceof ProgramsUnavailableError;
    context.state.update('forge', {
      state: cannotBeHad ? 'off' : 'failed',
      message: message.split('\n')[0],
    });
    tellPortal(
      context,
      'failed',
      cannotBeHad ? error.localizedMessage : undefined,
    );
    process.stderr.write(`Forge: ${message}\n`);
  }
}
