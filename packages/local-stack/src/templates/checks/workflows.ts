import { join } from 'node:path';
import { explainBuildFailure } from '../../go/buildGoProgram.ts';
import { GO_TOOL_ENVIRONMENT, requireGo } from '../../go/requireGo.ts';
import { repositoryRoot } from '../../paths.ts';
import { runCommand } from '../../process/runCommand.ts';

/** Go module that pins actionlint, with its configuration. */
const MODULE = join(repositoryRoot, 'packages/local-stack/workflow-lint');

/** Right for GitHub; a Forgejo has no later version of these actions. */
const ONLY_ON_GITHUB = 'is too old to run on GitHub Actions';

/** @returns whether a file is a workflow of GitHub or Forgejo. @internal */
export function isWorkflow(path: string): boolean {
  return /^\.(github|forgejo)\/workflows\/[^/]+\.ya?ml$/.test(path);
}

/**
 * Workflows that would not run: keys, expressions, inputs of actions.
 *
 * @param files - absolute paths
 * @throws ProgramsUnavailableError when actionlint cannot be had
 * @internal
 */
export async function lintWorkflows(files: string[]): Promise<string[]> {
  const go = requireGo(MODULE, { nl: 'Workflows', en: 'Workflows' });
  const actionlint = (args: string[]) =>
    runCommand(go, ['tool', 'actionlint', ...args], {
      cwd: MODULE,
      env: GO_TOOL_ENVIRONMENT,
    });
  // the first run builds it, and may fail for other reasons than the files
  const { exitCode, output } = await actionlint(['-version']);
  if (exitCode !== 0) {
    throw explainBuildFailure(
      { name: 'actionlint', log: 'template-test', spaceGb: 0.3 },
      output,
    );
  }
  const lint = async (forge: 'github' | 'forgejo', options: string[]) => {
    const own = files.filter(file => file.includes(`/.${forge}/`));
    if (own.length === 0) {
      return [];
    }
    const answer = await actionlint([
      ...['-config-file', join(MODULE, 'actionlint.yaml')],
      ...['-oneline', '-no-color', '-shellcheck=', '-pyflakes='],
      ...options,
      ...own,
    ]);
    return answer.exitCode === 0 ? [] : answer.output.trim().split('\n');
  };
  return [
    ...(await lint('github', [])),
    ...(await lint('forgejo', ['-ignore', ONLY_ON_GITHUB])),
  ];
}
