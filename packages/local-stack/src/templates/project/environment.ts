import { dirname, delimiter } from 'node:path';

/** Settings of this process that a generated project must not see. */
const OURS =
  /^(npm_|NERDS_|POSTGRES_|BACKSTAGE_|NODE_OPTIONS$|NODE_ENV$|FORCE_COLOR$)/;

/** How to reach the package registries here; a project needs that too. */
const KEPT = /^npm_config_(registry|cafile|proxy|https_proxy|cache)$/i;

/**
 * The environment in which the commands of a generated project run: as on the
 * machine of a developer, with the Node that runs this.
 *
 * @internal
 */
export function buildProjectEnvironment(
  own: NodeJS.ProcessEnv,
  added: Record<string, string> = {},
): Record<string, string | undefined> {
  const hidden = Object.keys(own)
    .filter(name => OURS.test(name) && !KEPT.test(name))
    .map(name => [name, undefined] as const);
  return {
    ...Object.fromEntries(hidden),
    CI: 'true',
    NO_COLOR: '1',
    // npm and pip ask the registry nothing that is not needed
    npm_config_audit: 'false',
    npm_config_fund: 'false',
    npm_config_update_notifier: 'false',
    npm_config_prefer_offline: 'true',
    PIP_DISABLE_PIP_VERSION_CHECK: '1',
    PATH: [dirname(process.execPath), own.PATH].join(delimiter),
    ...added,
  };
}
