import { buildStackPaths } from '../paths.ts';
import type { PostgresConnection } from '../postgres/startPostgres.ts';
import { ManagedProcess } from '../process/ManagedProcess.ts';
import type { IdentityProviderConnection } from '../identity-provider/startIdentityProvider.ts';
import { bootstrapForge } from './bootstrapForge.ts';
import { toForgeSignIn } from './ensureSignIn.ts';
import {
  prepareForge,
  prepareForgeConnection,
  type ForgeConnection,
} from './prepareForge.ts';
import { ensureForgeProgram } from './program.ts';

/** @public */
export interface RunningForge {
  connection: ForgeConnection;
  pid: number;
  stop(): Promise<void>;
}

/**
 * Starts a forge of its own below a directory; built first when needed.
 *
 * @param options - `postgres` is a superuser's connection
 * @public
 */
export async function startForge(options: {
  dir: string;
  postgres: PostgresConnection;
  /** Where people sign in; started with the address of this forge. */
  identityProvider: IdentityProviderConnection;
  /** The one that the identity provider was told. */
  port: number;
  /** Is told about pushes. Default: nobody is. */
  portalUrl?: string;
}): Promise<RunningForge> {
  const { dir, postgres, port, portalUrl } = options;
  const paths = buildStackPaths(dir);
  const program = await ensureForgeProgram(paths);
  const connection = await prepareForgeConnection({ dir, port });
  const { spec, settingsFile } = await prepareForge({
    ...{ dir, port, postgres, program, connection },
    signIn: toForgeSignIn(options.identityProvider),
  });
  const forge = await ManagedProcess.start(spec, {
    logDirectory: paths.logs,
  });
  await bootstrapForge({
    ...{ dir, program, settingsFile, connection, portalUrl },
  });
  return {
    connection,
    pid: forge.identity.pid,
    stop: () => forge.stop(),
  };
}
