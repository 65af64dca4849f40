import { parse } from 'yaml';
import type { GeneratedProject } from '../GeneratedProject.ts';
import { GITLAB_PIPELINE } from './gitlabPipeline.ts';

const WORKFLOWS = ['.github/workflows/ci.yml', '.forgejo/workflows/ci.yml'];

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every pipeline tells what is in the software and what is known to be weak in it. */
const WANTED: [name: string, sign: RegExp][] = [
  ['an SBOM', /sbom|cyclonedx/i],
  ['an audit of the dependencies', /audit/i],
];

const IMAGE_BUILD = /docker build|buildctl/;

/** Commands that do the work; what comes before them differs from forge to forge. */
const WORK =
  /^(?:npm (?:run|test|publish)|ruff|pytest|mkdocs|python -m|pip-audit|cyclonedx-py)\b/;

/** Every text under a key, at any depth. */
function findTexts(content: unknown, keys: string[]): string[] {
  if (Array.isArray(content)) {
    return content.flatMap(item => findTexts(item, keys));
  }
  if (!isObject(content)) {
    return [];
  }
  return Object.entries(content).flatMap(([key, value]) =>
    keys.includes(key)
      ? [value].flat().filter(item => typeof item === 'string')
      : findTexts(value, keys),
  );
}

/** What a pipeline does, without what is set for it: `A=b npm test` is `npm test`. */
function listWork(content: unknown): Set<string> {
  const commands = findTexts(content, ['run', 'script'])
    .flatMap(text => text.split('\n'))
    .map(line => line.trim().replace(/^(?:\w+=\S+ )+/, ''));
  return new Set(commands.filter(command => WORK.test(command)));
}

/** A step that one forge does and another does not. */
function compareWork(pipelines: Map<string, unknown>): string[] {
  const work = [...pipelines].map(
    ([path, content]) => [path, listWork(content)] as const,
  );
  const all = new Set(work.flatMap(([, commands]) => [...commands]));
  return work.flatMap(([path, commands]) =>
    [...all]
      .filter(command => !commands.has(command))
      .map(command => {
        const elsewhere = work.find(([, other]) => other.has(command))![0];
        return `${path}: "${command}" of ${elsewhere} is not here: add it to both or neither`;
      }),
  );
}

/** Every image that a job runs in, or beside. */
function findImages(content: unknown): string[] {
  if (Array.isArray(content)) {
    return content.flatMap(findImages);
  }
  if (!isObject(content)) {
    return [];
  }
  return Object.entries(content).flatMap(([key, value]) => {
    const name = isObject(value) ? value.name : value;
    return key === 'image' && typeof name === 'string'
      ? [name]
      : findImages(value);
  });
}

/** A version has a number, which `latest` and `rootless` have not. */
function checkImages(content: unknown): string[] {
  return [...new Set(findImages(content))]
    .filter(image => !image.includes('$') && !/[:@][^/]*\d/.test(image))
    .map(image => `image ${image} has no version: write one behind it`);
}

function checkContent(content: unknown, hasImage: boolean): string[] {
  // what was read, for a comment makes nothing
  const steps = JSON.stringify(content);
  const wanted = hasImage
    ? [...WANTED, ['the image', IMAGE_BUILD] as const]
    : WANTED;
  const missing = wanted
    .filter(([, sign]) => !sign.test(steps))
    .map(([name]) => `there is nothing that makes ${name}`);
  return [...missing, ...checkImages(content)];
}

/**
 * Pipelines that cannot be read, lack something or do not do the same, and
 * renovate.json. Whether a forge would run them is for its own reader to say.
 *
 * @internal
 */
export function checkPipelines(project: GeneratedProject): string[] {
  const problems: string[] = [];
  const pipelines = new Map<string, unknown>();
  for (const path of [...WORKFLOWS, GITLAB_PIPELINE]) {
    const text = project.read(path);
    if (text === undefined) {
      continue; // said by the check of the files
    }
    try {
      pipelines.set(path, parse(text, { logLevel: 'error' }));
    } catch (error) {
      problems.push(`${path}: ${(error as Error).message.split('\n')[0]}`);
    }
  }
  for (const [path, content] of pipelines) {
    const found = isObject(content)
      ? checkContent(content, project.has('Containerfile'))
      : ['it is empty'];
    problems.push(...found.map(problem => `${path}: ${problem}`));
  }
  problems.push(...compareWork(pipelines));
  try {
    JSON.parse(project.read('renovate.json') ?? '{}');
  } catch (error) {
    problems.push(`renovate.json: ${(error as Error).message}`);
  }
  return problems;
}
