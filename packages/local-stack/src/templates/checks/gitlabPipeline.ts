import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { parse, parseDocument } from 'yaml';
import { runCommand } from '../../process/runCommand.ts';

/** @internal */
export const GITLAB_PIPELINE = '.gitlab-ci.yml';

/** Reads a pipeline as GitLab does, with GitLab's own schema; needs no network. */
const GITLAB_CI_LOCAL = createRequire(import.meta.url).resolve(
  'gitlab-ci-local',
);

const REFERENCE = 'https://docs.gitlab.com/ci/yaml/';

/** Keys of .gitlab-ci.yml that are not jobs; names with a dot are not either. */
const KEYWORDS = [
  'default',
  'image',
  'include',
  'services',
  'stages',
  'variables',
  'workflow',
  'cache',
  'before_script',
  'after_script',
];

/** A pipeline with everything filled in that jobs inherit. @internal */
export type ExpandedPipeline = Record<string, unknown>;

type Answer =
  | { pipeline: ExpandedPipeline }
  | { pipeline: undefined; output: string };

/** Settings for gitlab-ci-local of whoever runs this are not for here. */
function hideOwnSettings(): Record<string, undefined> {
  const names = Object.keys(process.env).filter(name => /^GCL_/.test(name));
  return Object.fromEntries(names.map(name => [name, undefined]));
}

async function readPipeline(directory: string): Promise<Answer> {
  const scratch = mkdtempSync(join(tmpdir(), 'nerds-gitlab-'));
  try {
    const { exitCode, stdout, output } = await runCommand(
      process.execPath,
      [
        ...[GITLAB_CI_LOCAL, '--preview', '--no-color'],
        ...['--home', scratch],
        ...['--state-dir', relative(directory, join(scratch, 'state'))],
      ],
      { cwd: directory, env: hideOwnSettings() },
    );
    return exitCode === 0
      ? { pipeline: parse(stdout) as ExpandedPipeline }
      : { pipeline: undefined, output };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** What it says in one sentence, and what to do about it. */
const SENTENCES: [sentence: RegExp, job: number, remedy: string][] = [
  [
    /^stage:(.+) not found for (.+)$/m,
    2,
    'stage $1 is not among the stages: add it there, or choose one of them',
  ],
  [
    /^needs: \[(.+)\] for (.+) could not be found$/m,
    2,
    'needs $1, which is no job: correct the name or leave it out',
  ],
  [
    /^dependencies: \[(.+)\] for (.+) cannot be found$/m,
    2,
    'dependencies has $1, which is no job: correct the name or leave it out',
  ],
  [
    /^(.+) is unspecified, used by (.+) extends$/m,
    2,
    'extends $1, which is not there: correct the name or add it',
  ],
  [
    /^(.+) must have script specified$/m,
    1,
    'there is no script: say what the job does',
  ],
  [
    /^(.+) (script|before_script|after_script) contains non string value$/m,
    1,
    '$2 has a line that is no text: put quotes around it',
  ],
];

function explainSchemaProblem(problem: string, path: string): string {
  const field = path.split('.').slice(1).join('.');
  const where = field ? `${field}: ` : '';
  const unknown = /^'(.+)' property is not expected to be here$/.exec(problem);
  return unknown
    ? `${where}GitLab knows no "${unknown[1]}" here: correct the name or leave it out (${REFERENCE})`
    : `${where}${problem} (${REFERENCE})`;
}

/** The problems in what it printed, each with its job when it is said. */
function explain(output: string): { job?: string; message: string }[] {
  const found = [...output.matchAll(/^\s*• (.+) at (\S.*) \[#.*\]$/gm)];
  if (found.length > 0) {
    return found.map(([, problem, path]) => ({
      job: path.split('.')[0],
      message: explainSchemaProblem(problem, path),
    }));
  }
  for (const [sentence, job, remedy] of SENTENCES) {
    const match = sentence.exec(output);
    if (match) {
      return [{ job: match[job], message: match[0].replace(sentence, remedy) }];
    }
  }
  const rule = /evaluate the following rules:\s+rules:\s+- if: (.+)/.exec(
    output,
  );
  if (rule) {
    return [
      {
        message: `rules: this condition cannot be read: ${rule[1]} (https://docs.gitlab.com/ci/jobs/job_rules/)`,
      },
    ];
  }
  // before an error it tells about git, after it about itself
  const [last] =
    /^(\w*(?:Error|Exception): .+)$/m.exec(output) ??
    output.trim().split('\n').slice(-1);
  return [{ message: `GitLab would not take it: ${last} (${REFERENCE})` }];
}

/** `!reference` means something to GitLab alone. */
function readContent(text: string): Record<string, unknown> {
  return (parse(text, { logLevel: 'error' }) ?? {}) as Record<string, unknown>;
}

function listJobs(text: string): string[] {
  const names = Object.keys(readContent(text));
  return names.filter(
    name => !KEYWORDS.includes(name) && !name.startsWith('.'),
  );
}

/** Which job it is about, when that is not said: the one that is wrong alone too. */
async function findJob(text: string): Promise<string | undefined> {
  const jobs = listJobs(text);
  const directory = mkdtempSync(join(tmpdir(), 'nerds-gitlab-'));
  try {
    for (const job of jobs) {
      const alone = parseDocument(text);
      for (const other of jobs.filter(name => name !== job)) {
        alone.delete(other);
      }
      writeFileSync(join(directory, GITLAB_PIPELINE), String(alone));
      if (!(await readPipeline(directory)).pipeline) {
        return job;
      }
    }
    return undefined;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function describeJob(job: string): string {
  return KEYWORDS.includes(job) ? job : `job ${job}`;
}

/** What no schema says: a pipeline has jobs, and those have names of their own. */
function checkJobs(text: string): string[] {
  const content = readContent(text);
  const problems = listJobs(text).flatMap(name =>
    typeof content[name] === 'object' && content[name] !== null
      ? []
      : [`job ${name}: it is not a job: give it a script, or remove it`],
  );
  const misnamed = KEYWORDS.filter(name => {
    const value = content[name];
    return typeof value === 'object' && value !== null && 'script' in value;
  });
  problems.push(
    ...misnamed.map(
      name => `job ${name}: GitLab uses this name itself: choose another`,
    ),
  );
  return listJobs(text).length === 0 && problems.length === 0
    ? ['there are no jobs: add one with a script']
    : problems;
}

/**
 * What GitLab has against the pipeline of a project: file, job and what to do.
 *
 * @internal
 */
export async function lintGitlabPipeline(directory: string): Promise<string[]> {
  const text = readFileSync(join(directory, GITLAB_PIPELINE), 'utf8');
  const own = checkJobs(text);
  if (own.length > 0) {
    return own.map(problem => `${GITLAB_PIPELINE}: ${problem}`);
  }
  const answer = await readPipeline(directory);
  if (answer.pipeline) {
    return [];
  }
  const problems = explain(answer.output);
  const lines = problems.map(async ({ job: said, message }) => {
    const job = said ?? (await findJob(text));
    return job
      ? `${GITLAB_PIPELINE}: ${describeJob(job)}: ${message}`
      : `${GITLAB_PIPELINE}: ${message}`;
  });
  return Promise.all(lines);
}

/**
 * The pipeline of a project as GitLab sees it.
 *
 * @throws Error when it would not take it
 * @internal
 */
export async function expandGitlabPipeline(
  directory: string,
): Promise<ExpandedPipeline> {
  const answer = await readPipeline(directory);
  if (!answer.pipeline) {
    throw new Error(`${GITLAB_PIPELINE} cannot be read: ${answer.output}`);
  }
  return answer.pipeline;
}
