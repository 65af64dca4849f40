import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { skip, skipDispensable, type CheckResult } from './CheckResult.ts';
import { checkContainerfile } from './checks/containerfile.ts';
import { applyManifests, checkManifests } from './checks/manifests.ts';
import { checkOpenApiRules } from './checks/openapi.ts';
import { checkPipelines } from './checks/pipelines.ts';
import {
  checkHostileTexts,
  checkRendered,
  HOSTILE_TEXTS,
} from './checks/rendering.ts';
import {
  checkRequiredFiles,
  findSecurityTxt,
  listManifests,
} from './checks/requiredFiles.ts';
import { checkSecurityTxt } from './checks/securityTxt.ts';
import { isWorkflow, lintWorkflows } from './checks/workflows.ts';
import {
  GITLAB_PIPELINE,
  lintGitlabPipeline,
} from './checks/gitlabPipeline.ts';
import { GeneratedProject } from './GeneratedProject.ts';
import { ProjectImage } from './image/ProjectImage.ts';
import { readRuntime } from './image/readRuntime.ts';
import { runCommands } from './project/runCommands.ts';
import { runProject } from './project/runProject.ts';
import { TemplateTestRun, type TemplateTestTools } from './TemplateTestRun.ts';
import { readTemplateTest, type TemplateTest } from './TemplateTestFile.ts';

const CONTAINERFILE = 'Containerfile';

/** What the form gets beside the values that the template's test names. */
function buildValues(directory: string, test: TemplateTest) {
  return {
    name: `test-${basename(directory)}`.slice(0, 40).replace(/[^a-z0-9]+$/, ''),
    title: 'Voorbeeld van het portaal',
    description: 'Laat zien wat er uit dit sjabloon komt.',
    owner: 'group:default/burgerzaken',
    ...test.values,
  };
}

/** Files, descriptors, security.txt, what pipelines do. */
async function checkFiles(
  run: TemplateTestRun,
  project: GeneratedProject,
  test: TemplateTest,
  { renderer }: TemplateTestTools,
): Promise<void> {
  await run.check('files', () => checkRequiredFiles(project, test));
  await run.check('everything rendered', () => checkRendered(project));
  await run.check('catalog-info.yaml', () =>
    renderer.inspect('catalog-info', project.read('catalog-info.yaml') ?? ''),
  );
  await run.check('publiccode.yml', () =>
    renderer.inspect('publiccode', project.read('publiccode.yml') ?? ''),
  );
  const securityTxt = findSecurityTxt(project);
  if (securityTxt) {
    await run.check('security.txt', () =>
      checkSecurityTxt(project.read(securityTxt) ?? '', new Date()),
    );
  }
  await run.check('pipelines', () => checkPipelines(project));
}

/** Pipelines and Containerfile, each by the reader of what will run it. */
async function checkWithTools(
  run: TemplateTestRun,
  project: GeneratedProject,
  directory: string,
): Promise<void> {
  const workflows = project.paths.filter(isWorkflow);
  // that they are not there is said by the check of the files
  if (workflows.length > 0) {
    await run.checkIfPossible('workflows', () =>
      lintWorkflows(workflows.map(file => join(directory, file))),
    );
  }
  if (project.has(GITLAB_PIPELINE)) {
    await run.check('GitLab pipeline', () => lintGitlabPipeline(directory));
  }
  if (project.has(CONTAINERFILE)) {
    await run.checkIfPossible(CONTAINERFILE, () =>
      checkContainerfile(directory, CONTAINERFILE),
    );
  }
}

/** Made of the project as it is in its repository, before anything is installed. */
async function checkImage(
  run: TemplateTestRun,
  project: GeneratedProject,
  directory: string,
  { engine, logFile }: TemplateTestTools,
): Promise<void> {
  if (!project.has(CONTAINERFILE)) {
    return;
  }
  if (engine.name === 'none') {
    run.report(skipDispensable('image', engine.reason));
    return;
  }
  const image = new ProjectImage(engine, logFile);
  const runtime = readRuntime(project);
  try {
    const built = await run.check('image', () =>
      image.build(directory, CONTAINERFILE),
    );
    if (built && runtime && engine.name === 'buildah') {
      run.report(
        skipDispensable('container', 'buildah builds; podman or docker starts'),
      );
    } else if (built && runtime) {
      await run.check('container', () => image.start(runtime));
    }
  } finally {
    await image.remove();
  }
}

async function checkDeployment(
  run: TemplateTestRun,
  project: GeneratedProject,
  directory: string,
  { cluster }: TemplateTestTools,
): Promise<void> {
  if (listManifests(project).length === 0) {
    return;
  }
  const { problems, workloads } = checkManifests(project);
  const readable = await run.check('manifests', () => problems);
  if (!cluster) {
    run.report(skip('free-tier cluster', 'no stack runs (./nerds start)'));
  } else if (readable) {
    await run.check('free-tier cluster', () =>
      applyManifests(cluster, directory, workloads),
    );
  }
}

/** Commands first, as nothing runs before it is installed. */
async function checkProject(
  run: TemplateTestRun,
  directory: string,
  test: TemplateTest,
  tools: TemplateTestTools,
): Promise<void> {
  const { onStart, logFile, chromium } = tools;
  const done = await runCommands(test, {
    directory,
    logFile,
    onStart,
    onResult: result => run.report(result),
  });
  if (done && test.start) {
    await runProject(test, {
      directory,
      chromium,
      check: (name, find) => run.check(name, find),
      report: result => run.report(result),
    });
  }
}

/**
 * Renders a template twice, with ordinary texts and with hostile ones, checks
 * both, and makes the second one work: what survives that, survives anything.
 *
 * @param directory - with template.yaml and template-test.yaml
 * @throws CliError when template-test.yaml is not there or not right
 * @internal
 */
export async function testTemplate(
  directory: string,
  tools: TemplateTestTools,
): Promise<CheckResult[]> {
  const test = readTemplateTest(directory);
  const run = new TemplateTestRun(tools);
  const { renderer } = tools;
  const values = buildValues(directory, test);
  let ordinary: GeneratedProject | undefined;
  let hostile: GeneratedProject | undefined;
  await run.check('template', async () => {
    const rendered = await renderer.render(directory, values);
    for (const action of rendered.leftOut) {
      tools.onNote(`left out, as it needs a whole portal: ${action}`);
    }
    ordinary = new GeneratedProject(rendered);
    hostile = new GeneratedProject(
      await renderer.render(directory, { ...values, ...HOSTILE_TEXTS }),
    );
    return [];
  });
  if (!ordinary || !hostile) {
    return run.all;
  }
  await checkFiles(run, ordinary, test, tools);
  const project = hostile;
  await run.check('difficult texts', () => checkHostileTexts(project));
  const place = mkdtempSync(join(tmpdir(), 'nerds-template-'));
  try {
    project.writeTo(place);
    if (project.has('openapi/openapi.yaml')) {
      await run.check('NL API Design Rules', () =>
        checkOpenApiRules(join(place, 'openapi/openapi.yaml')),
      );
    }
    await checkWithTools(run, project, place);
    await checkImage(run, project, place, tools);
    await checkDeployment(run, project, place, tools);
    await checkProject(run, place, test, tools);
  } finally {
    if (tools.keep) {
      run.report({ name: `project kept in ${place}`, outcome: 'passed' });
    } else {
      rmSync(place, { recursive: true, force: true });
    }
  }
  return run.all;
}
