import type { Config } from '@backstage/config';
import type { StockSource } from './stockSources';

/** Key with the organisation or group that is searched, and the host when none is configured. */
const FORGES: Record<string, { scope: string; host?: string }> = {
  gitlab: { scope: 'group' },
  github: { scope: 'organization', host: 'github.com' },
  gitea: { scope: 'organization' },
};

/**
 * How the locations start of what a forge gave to the catalog.
 *
 * @returns nothing for a source that is no forge
 * @internal
 */
export function buildLocationPrefixes(
  { provider, id }: StockSource,
  config: Config,
): string[] {
  const forge = FORGES[provider];
  if (!forge) return [];
  // One provider may stand without an id, and is `default` then.
  const all = config.getOptionalConfig(`catalog.providers.${provider}`);
  const own = all?.getOptionalConfig(id) ?? all;
  const host = own?.getOptionalString('host') ?? forge.host;
  if (!host) return [];
  const scope = own?.getOptionalString(forge.scope);
  const path = scope ? `${host}/${scope}/` : `${host}/`;
  return [`url:https://${path}`, `url:http://${path}`];
}
