import { parse } from 'yaml';
import type { GeneratedProject } from '../GeneratedProject.ts';

const WORKFLOWS = ['.github/workflows/ci.yml', '.forgejo/workflows/ci.yml'];
const GITLAB = '.gitlab-ci.yml';

/** Keys of .gitlab-ci.yml that are not jobs. */
const GITLAB_KEYWORDS = [
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

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The rest is actionlint's to say: see {@link lintWorkflows}. */
function checkWorkflow(content: Record<string, unknown>): string[] {
  // YAML 1.1 reads the key `on` as true; the parser here does not
  return 'on' in content && isObject(content.jobs)
    ? []
    : ['a workflow has "on" and "jobs"'];
}

function checkGitlab(content: Record<string, unknown>): string[] {
  const stages = Array.isArray(content.stages) ? content.stages : [];
  const jobs = Object.entries(content).filter(
    ([name]) => !GITLAB_KEYWORDS.includes(name) && !name.startsWith('.'),
  );
  if (jobs.length === 0) {
    return ['there are no jobs'];
  }
  const misnamed = GITLAB_KEYWORDS.filter(name => {
    const value = content[name];
    return isObject(value) && 'script' in value;
  });
  if (misnamed.length > 0) {
    return misnamed.map(name => `a job cannot be called ${name}`);
  }
  return jobs.flatMap(([name, job]) => {
    if (!isObject(job)) {
      return [`job ${name} is not a job`];
    }
    const problems =
      'script' in job || 'trigger' in job || 'extends' in job
        ? []
        : [`job ${name} has no script`];
    return stages.length > 0 && !stages.includes(job.stage ?? 'test')
      ? [...problems, `job ${name} is in a stage that does not exist`]
      : problems;
  });
}

/** Every pipeline tells what is in the software and what is known to be weak in it. */
const WANTED: [name: string, sign: RegExp][] = [
  ['an SBOM', /sbom|cyclonedx/i],
  ['an audit of the dependencies', /audit/i],
];

/** Pipelines that cannot be read or lack something, and renovate.json. @internal */
export function checkPipelines(project: GeneratedProject): string[] {
  const problems: string[] = [];
  for (const path of [...WORKFLOWS, GITLAB]) {
    const text = project.read(path);
    if (text === undefined) {
      continue; // said by the check of the files
    }
    let content: unknown;
    try {
      content = parse(text);
    } catch (error) {
      problems.push(`${path}: ${(error as Error).message.split('\n')[0]}`);
      continue;
    }
    const check = path === GITLAB ? checkGitlab : checkWorkflow;
    const found = isObject(content) ? check(content) : ['it is empty'];
    // what was read, for a comment makes nothing
    const steps = JSON.stringify(content);
    for (const [name, sign] of WANTED) {
      if (!sign.test(steps)) {
        found.push(`there is nothing that makes ${name}`);
      }
    }
    problems.push(...found.map(problem => `${path}: ${problem}`));
  }
  try {
    JSON.parse(project.read('renovate.json') ?? '{}');
  } catch (error) {
    problems.push(`renovate.json: ${(error as Error).message}`);
  }
  return problems;
}
