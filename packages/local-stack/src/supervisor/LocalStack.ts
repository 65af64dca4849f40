import {
  prepareForgeConnection,
  type ForgeConnection,
} from '../forge/prepareForge.ts';
import { ensureFrontend, isFrontendBuilt } from '../install/ensureFrontend.ts';
import {
  prepareIdentityProvider,
  type IdentityProviderConnection,
} from '../identity-provider/startIdentityProvider.ts';
import { findPrograms } from '../control-plane/programs.ts';
import { join } from 'node:path';
import { setUpAuditLog } from '../audit-log/setUpAuditLog.ts';
import { preparePortalRole } from '../postgres/preparePortalRole.ts';
import {
  preparePostgres,
  startPostgresProcess,
  type PostgresConnection,
} from '../postgres/startPostgres.ts';
import { buildPortalEnvironment } from '../portal/buildPortalEnvironment.ts';
import {
  buildPortalProcess,
  readPortalVersion,
} from '../portal/buildPortalProcess.ts';
import { writeFileAtomic } from '../state/files.ts';
import { STATUS_MESSAGES, writePortalStatus } from '../state/portalStatus.ts';
import { SecretFiles } from '../state/secrets.ts';
import type { StackState } from '../state/stackState.ts';
import type { StackContext } from './StackContext.ts';
import { startDocsTools } from './startDocsTools.ts';
import { startForge } from './startForge.ts';
import { startHostCluster } from './startHostCluster.ts';

/** Environment for a portal that is run by hand (`yarn start`), readable by the owner only. @internal */
export function buildEnvironmentFile(home: string): string {
  return join(home, 'secrets', 'portal-environment.json');
}

/**
 * The whole stack around the portal, and the portal.
 *
 * @internal
 */
export class LocalStack {
  private readonly context: StackContext;
  private readonly mode: StackState['mode'];
  private readonly portalUrl: string;
  private hostCluster: Promise<void> = Promise.resolve();
  private docsTools: Promise<void> = Promise.resolve();
  private forge: Promise<void> = Promise.resolve();

  constructor(
    context: StackContext,
    options: { mode: StackState['mode']; portalUrl: string },
  ) {
    this.context = context;
    this.mode = options.mode;
    this.portalUrl = options.portalUrl;
  }

  /**
   * Starts everything. Ends when the portal can be used, and on a machine where
   * the control plane was built before, when that can be used too. A control
   * plane that is being built for the first time goes on in the background, and
   * so do the forge and the documentation tools.
   */
  async start(): Promise<void> {
    const { context } = this;
    this.docsTools = startDocsTools(context);
    const frontend = this.startFrontendBuild();
    // reported where it is awaited; must not end the process before that
    frontend.catch(() => {});
    const forge = await prepareForgeConnection({
      dir: context.paths.home,
      port: context.ports.forge,
    });
    const [postgres, identityProvider] = await Promise.all([
      this.startPostgres(),
      this.startIdentityProvider(forge),
    ]);
    const wasBuilt = findPrograms(context.paths) !== undefined;
    this.hostCluster = startHostCluster(context, identityProvider);
    this.forge = startForge(context, {
      connection: forge,
      identityProvider,
      portalUrl: this.portalUrl,
      postgres: postgres.superuser,
      // one build at a time: together they would only wait for each other
      after: this.hostCluster,
    });
    const environment = await this.writeEnvironment({
      postgres: postgres.portal,
      identityProvider,
      forge,
    });
    await frontend;
    if (this.mode === 'portal') {
      await this.startPortal(environment);
    }
    if (wasBuilt) {
      await this.hostCluster;
    }
  }

  /** Stops everything, the portal first. */
  async stop(): Promise<void> {
    await Promise.all([this.hostCluster, this.docsTools, this.forge]);
    await this.context.stopAll();
    writePortalStatus(
      this.context.paths.portalStatus,
      'starting',
      STATUS_MESSAGES.stopped,
    );
  }

  private async startFrontendBuild(): Promise<void> {
    const { context, mode } = this;
    if (mode === 'portal' && !isFrontendBuilt(context.paths)) {
      await context.step('Frontend (built once, some minutes)', () =>
        ensureFrontend(context.paths, context.signal),
      );
    }
  }

  /** @returns the connection of the portal, which is no superuser's, and the superuser's */
  private startPostgres(): Promise<{
    portal: PostgresConnection;
    superuser: PostgresConnection;
  }> {
    const { context } = this;
    return context.step('PostgreSQL', async () => {
      const { spec, connection } = await preparePostgres({
        dir: context.paths.home,
        port: context.ports.postgres,
      });
      await context.supervise('postgres', spec, {
        url: `postgresql://${connection.host}:${connection.port}`,
        version: connection.version,
        start: startPostgresProcess,
      });
      const portal = await preparePortalRole(
        connection,
        new SecretFiles(context.paths.secrets),
      );
      await setUpAuditLog(connection.url, { role: portal.user });
      return { portal, superuser: connection };
    });
  }

  private startIdentityProvider(
    forge: ForgeConnection,
  ): Promise<IdentityProviderConnection> {
    const { context, portalUrl } = this;
    return context.step('Identity provider', async () => {
      const { spec, connection } = await prepareIdentityProvider({
        dir: context.paths.home,
        portalBaseUrl: portalUrl,
        forgeBaseUrl: forge.baseUrl,
        ports: {
          api: context.ports.identityProvider,
          pages: context.ports.identityProviderPages,
        },
      });
      await context.supervise('identity-provider', spec, {
        url: connection.issuer,
        version: `oidc-provider ${connection.version}`,
      });
      return connection;
    });
  }

  private async writeEnvironment(connections: {
    postgres: PostgresConnection;
    identityProvider: IdentityProviderConnection;
    forge: ForgeConnection;
  }): Promise<Record<string, string>> {
    const { paths } = this.context;
    const secrets = new SecretFiles(paths.secrets);
    const environment = buildPortalEnvironment({
      paths,
      portalUrl: this.portalUrl,
      ...connections,
      sessionSecret: await secrets.ensure('portal-session-secret'),
      own: process.env,
    });
    writeFileAtomic(
      buildEnvironmentFile(paths.home),
      JSON.stringify(environment, null, 2),
      0o600,
    );
    return environment;
  }

  private startPortal(environment: Record<string, string>): Promise<void> {
    const { context, portalUrl } = this;
    return context.step('Portal', () =>
      context.supervise('portal', buildPortalProcess(portalUrl, environment), {
        url: portalUrl,
        version: readPortalVersion(),
      }),
    );
  }
}
