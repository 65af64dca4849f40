import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { EditLinks } from './toSafeMkdocsConfig';

interface Location {
  type: string;
  target: string;
}

/** What stands between a repository and a branch or commit, per forge. */
const REPOSITORY = {
  gitea: /^(https?:\/\/.+?\/[^/]+\/[^/]+)\/src\//,
  github: /^(https?:\/\/[^/]+\/[^/]+\/[^/]+)\/(?:tree|blob)\//,
  gitlab: /^(https?:\/\/.+?)\/-\/(?:tree|blob)\//,
};

const COMMIT = /^[0-9a-f]{40,64}$/;

/**
 * Edit links for a forge of type Gitea (also Forgejo), which TechDocs does not
 * make itself.
 *
 * @param docsDirectory - relative to the place of `mkdocs.yml`
 * @internal
 */
export function buildEditLinks(
  { type, target }: Location,
  docsDirectory: string,
  integrations: ScmIntegrationRegistry,
): EditLinks {
  const integration = type === 'url' ? integrations.byUrl(target) : undefined;
  const repository =
    integration?.type === 'gitea' && REPOSITORY.gitea.exec(target)?.[1];
  if (!integration || !repository) return {};
  const docs = integration.resolveUrl({
    url: `./${docsDirectory}/`,
    base: target.endsWith('/') ? target : `${target}/`,
  });
  return {
    repo_url: repository,
    edit_uri: `${integration.resolveEditUrl(docs).replace(/\/+$/, '')}/`,
  };
}

/**
 * Page of the commit that documentation was made from.
 *
 * @returns undefined when it does not come from a commit of a known forge
 * @internal
 */
export function buildCommit(
  { type, target }: Location,
  etag: string | undefined,
  integrations: ScmIntegrationRegistry,
): { id: string; url: string } | undefined {
  const forge = type === 'url' && integrations.byUrl(target)?.type;
  if (!forge || !(forge in REPOSITORY) || !etag || !COMMIT.test(etag)) {
    return undefined;
  }
  const kind = forge as keyof typeof REPOSITORY;
  const repository = REPOSITORY[kind].exec(target)?.[1];
  return repository
    ? {
        id: etag,
        url: `${repository}/${kind === 'gitlab' ? '-/' : ''}commit/${etag}`,
      }
    : undefined;
}
