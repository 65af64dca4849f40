import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import {
  expandGitlabPipeline,
  GITLAB_PIPELINE,
  type ExpandedPipeline,
} from '../checks/gitlabPipeline.ts';
import type { ProjectCommand } from './runCommands.ts';

interface Job {
  variables?: Record<string, string>;
  before_script?: string[];
  script?: string[];
  artifacts?: { paths?: string[] };
}

/** GitLab fills in variables in variables, and runs nothing in them. */
function toAssignment([name, value]: [string, string]): string {
  const quoted = String(value).replace(/[\\"`]|\$(?=\()/g, '\\$&');
  return `export ${name}="${quoted}"`;
}

/**
 * The lines of a job in one script, as a runner of GitLab puts them.
 *
 * @throws Error when there is no such job
 * @internal
 */
export function buildJobScript(
  pipeline: ExpandedPipeline,
  name: string,
): string {
  const job = pipeline[name] as Job | undefined;
  if (!job?.script) {
    throw new Error(
      `${GITLAB_PIPELINE} has no job ${name}: correct "jobs" in template-test.yaml`,
    );
  }
  const variables = {
    ...(pipeline.variables as Record<string, string> | undefined),
    ...job.variables,
  };
  return [
    ...Object.entries(variables).map(toAssignment),
    ...(job.before_script ?? []),
    ...job.script,
    // GitLab itself only warns of what is not there to keep
    ...(job.artifacts?.paths ?? []).map(path => `ls -d ${path} > /dev/null`),
  ].join('\n');
}

/**
 * A job of the pipeline for GitLab as a command: its own lines in the project
 * itself, where a runner would take a container. What `.venv` holds stands for
 * what is in the image.
 *
 * @internal
 */
export async function toCommand(
  directory: string,
  name: string,
): Promise<ProjectCommand> {
  const script = buildJobScript(await expandGitlabPipeline(directory), name);
  const venv = join(directory, '.venv/bin');
  if (/^pip /m.test(script) && !existsSync(venv)) {
    throw new Error(
      `job ${name} installs with pip: make a .venv in a command before it, or it would install on this machine`,
    );
  }
  const path = [venv, dirname(process.execPath), process.env.PATH ?? ''];
  return {
    name: `job ${name}`,
    run: script,
    shell: ['bash', '-eo', 'pipefail', '-c'],
    environment: {
      PATH: path.join(delimiter),
      CI_PROJECT_DIR: directory,
      CI_DEFAULT_BRANCH: 'main',
      CI_COMMIT_BRANCH: 'main',
    },
  };
}
