import { delimiter } from 'node:path';
import { AUDIT_LOG_DATABASE } from '../audit-log/setUpAuditLog.ts';
import type { ForgeConnection } from '../forge/prepareForge.ts';
import type { IdentityProviderConnection } from '../identity-provider/startIdentityProvider.ts';
import { buildDocsToolsBin } from '../install/docsTools.ts';
import type { StackPaths } from '../paths.ts';
import type { PostgresConnection } from '../postgres/startPostgres.ts';

/**
 * Everything that `app-config.yaml` reads from the environment.
 *
 * @param options - `postgres` is the portal's own connection, not the
 *   superuser's; `own` is the environment of the person who starts the stack:
 *   the Kubernetes issuer can be set there for a cluster that trusts another one
 * @internal
 */
export function buildPortalEnvironment(options: {
  paths: StackPaths;
  portalUrl: string;
  postgres: PostgresConnection;
  identityProvider: IdentityProviderConnection;
  forge: ForgeConnection;
  sessionSecret: string;
  own: NodeJS.ProcessEnv;
}): Record<string, string> {
  const { paths, portalUrl, postgres, identityProvider, forge, own } = options;
  return {
    PORTAL_BASE_URL: portalUrl,
    PORTAL_PORT: new URL(portalUrl).port,
    POSTGRES_HOST: postgres.host,
    POSTGRES_PORT: String(postgres.port),
    POSTGRES_USER: postgres.user,
    POSTGRES_PASSWORD: postgres.password,
    AUDIT_LOG_DATABASE,
    AUTH_SESSION_SECRET: options.sessionSecret,
    AUTH_OIDC_METADATA_URL: identityProvider.metadataUrl,
    AUTH_OIDC_CLIENT_ID: identityProvider.portalClientId,
    AUTH_OIDC_CLIENT_SECRET: identityProvider.portalClientSecret,
    NODE_EXTRA_CA_CERTS: identityProvider.caFile,
    // the tools may be installed while the portal runs already
    PATH: [buildDocsToolsBin(paths), own.PATH].filter(Boolean).join(delimiter),
    TECHDOCS_DIRECTORY: paths.techdocs,
    FREE_TIER_LOCAL_KUBECONFIG: paths.portalKubeconfig,
    FREE_TIER_LOCAL_STATUS_FILE: paths.portalStatus,
    FORGE_TYPE: 'gitea',
    FORGE_BASE_URL: forge.baseUrl,
    FORGE_HOST: new URL(forge.baseUrl).host,
    FORGE_ORGANIZATION: forge.organization,
    FORGE_USERNAME: forge.username,
    FORGE_PASSWORD: forge.password,
    FORGE_WEBHOOK_SECRET: forge.webhookSecret,
    FORGE_STATUS_FILE: paths.forgeStatus,
    KUBERNETES_OIDC_ISSUER_URL:
      own.KUBERNETES_OIDC_ISSUER_URL ?? identityProvider.issuer,
    KUBERNETES_OIDC_CLIENT_ID:
      own.KUBERNETES_OIDC_CLIENT_ID ?? identityProvider.kubectlClientId,
    KUBERNETES_OIDC_CA_FILE:
      own.KUBERNETES_OIDC_CA_FILE ?? identityProvider.caFile,
  };
}
