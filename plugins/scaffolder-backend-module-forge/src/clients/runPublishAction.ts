import type {
  ActionContext,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { PublishContext } from './Forge';
import { removeGitDirectory } from './pushWorkspace';

/**
 * Runs a publish action of one of Backstage's own modules inside ours.
 *
 * @remarks
 * It gets no checkpoints: whether there is something of an earlier attempt is
 * looked up in the forge itself, which covers a crash between the two as well.
 * @internal
 */
export async function runPublishAction(
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  action: TemplateAction<any, any, any>,
  context: PublishContext,
  input: JsonObject,
): Promise<void> {
  const { workspacePath, logger, signal, taskId } = context;
  await removeGitDirectory(workspacePath);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const inner: ActionContext<any, any, any> = {
    input,
    workspacePath,
    logger,
    signal,
    task: { id: taskId },
    output: () => {},
    checkpoint: ({ fn }) => Promise.resolve(fn()),
    createTemporaryDirectory: () => mkdtemp(path.join(tmpdir(), 'forge-')),
    getInitiatorCredentials: () => {
      throw new Error('A publish action works with the portal’s own account');
    },
  };
  await action.handler(inner);
}
