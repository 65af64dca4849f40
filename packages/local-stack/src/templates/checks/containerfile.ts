import { join } from 'node:path';
import { explainBuildFailure } from '../../go/buildGoProgram.ts';
import { GO_TOOL_ENVIRONMENT, requireGo } from '../../go/requireGo.ts';
import { repositoryRoot } from '../../paths.ts';
import { runCommand } from '../../process/runCommand.ts';

/** Our program around BuildKit's parser and rules. */
const MODULE = join(repositoryRoot, 'packages/local-stack/container-lint');

/**
 * What is wrong with a Containerfile, as far as that can be seen without
 * building it: what BuildKit cannot read or warns of, stages and files that are
 * not there, images without a version, secrets, and root.
 *
 * @param directory - of the project
 * @param path - of the Containerfile in it
 * @throws ProgramsUnavailableError when the program cannot be had
 * @internal
 */
export async function checkContainerfile(
  directory: string,
  path: string,
): Promise<string[]> {
  const go = requireGo(MODULE, {
    nl: 'Containerfiles',
    en: 'Containerfiles',
  });
  const { exitCode, stdout, output } = await runCommand(
    go,
    ['run', '.', directory, path],
    { cwd: MODULE, env: GO_TOOL_ENVIRONMENT },
  );
  // problems are its answer, not its failure
  if (exitCode !== 0) {
    throw explainBuildFailure(
      { name: 'container-lint', log: 'template-test', spaceGb: 0.2 },
      output,
    );
  }
  const problems = JSON.parse(stdout) as { line: number; message: string }[];
  return problems.map(({ line, message }) => `${path}:${line}: ${message}`);
}
