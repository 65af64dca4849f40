import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';

/**
 * Where the forge of the portal will put a project: known beforehand, because
 * publiccode.yml names it in the very first commit.
 *
 * @returns an address that a project's name completes; when no forge has been
 *   configured that of its page in the catalog
 * @internal
 */
export function findRepositories(config: Config): string {
  const host = config.getOptionalString('forge.host');
  const organization = config.getOptionalString('forge.organization');
  if (!config.has('forge.type') || !host || !organization) {
    const portalUrl = config.getString('app.baseUrl').replace(/\/+$/, '');
    return `${portalUrl}/catalog/default/component/`;
  }
  const { gitea, gitlab } = ScmIntegrations.fromConfig(config);
  const known = [gitea, gitlab].map(forges => forges.byHost(host)?.config);
  const baseUrl =
    known.find(forge => forge?.baseUrl)?.baseUrl ?? `https://${host}`;
  return `${baseUrl.replace(/\/+$/, '')}/${organization}/`;
}
