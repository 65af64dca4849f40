import { initRepoAndPush } from '@backstage/plugin-scaffolder-node';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import type { ProjectDescription, PublishContext } from './Forge';

/**
 * Begins with a clean slate: what an attempt before this one committed in the
 * workspace would otherwise become a second commit.
 * @internal
 */
export async function removeGitDirectory(workspacePath: string): Promise<void> {
  await rm(path.join(workspacePath, '.git'), { recursive: true, force: true });
}

/**
 * Pushes the workspace as one commit. Never forced: when something else was
 * pushed meanwhile this fails.
 * @internal
 */
export async function pushWorkspace(
  project: ProjectDescription,
  context: PublishContext,
  remote: { url: string; username: string; password: string },
): Promise<void> {
  await removeGitDirectory(context.workspacePath);
  await initRepoAndPush({
    dir: context.workspacePath,
    remoteUrl: remote.url,
    auth: { username: remote.username, password: remote.password },
    logger: context.logger,
    defaultBranch: project.defaultBranch,
    commitMessage: project.commitMessage,
    gitAuthorInfo: project.author,
  });
}
