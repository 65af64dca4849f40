/** Topics of pushes, each named by the module of its forge. @internal */
export const PUSH_TOPICS = ['gitea.push', 'github.push', 'gitlab.push'];

/**
 * Address of the page of the repository that was pushed to: `repository.html_url`
 * for Gitea, Forgejo and GitHub, `project.web_url` for GitLab.
 *
 * @returns without a slash at the end; undefined when the event names none
 * @internal
 */
export function readPushedRepository(payload: unknown): string | undefined {
  const { repository, project } = (payload ?? {}) as {
    repository?: { html_url?: unknown };
    project?: { web_url?: unknown };
  };
  const url = project?.web_url ?? repository?.html_url;
  return typeof url === 'string' && URL.canParse(url)
    ? url.replace(/\/+$/, '')
    : undefined;
}
