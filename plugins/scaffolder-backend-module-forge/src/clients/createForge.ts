import type { Config } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import type { ForgeConfig } from '../config';
import type { Forge } from './Forge';
import { GiteaForge } from './GiteaForge';
import { GitHubForge } from './GitHubForge';
import { GitLabForge } from './GitLabForge';

/**
 * The forge that has been configured.
 *
 * @throws Error naming the section that is missing
 * @internal
 */
export function createForge(config: ForgeConfig, root: Config): Forge {
  const integrations = ScmIntegrations.fromConfig(root);
  const { type, host } = config;
  const options = { integrations, root };
  const gitea = integrations.gitea.byHost(host);
  const gitlab = integrations.gitlab.byHost(host);
  const github = integrations.github.byHost(host);
  if (type === 'gitea' && gitea) {
    return new GiteaForge(config, gitea.config);
  }
  if (type === 'gitlab' && gitlab) {
    return new GitLabForge(config, gitlab.config, options);
  }
  if (type === 'github' && github) {
    return new GitHubForge(config, github.config, options);
  }
  throw new Error(
    `Invalid configuration: forge.host is "${host}", and integrations.${type} has no such host`,
  );
}
