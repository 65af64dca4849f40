import { skip, type CheckResult } from '../CheckResult.ts';
import type { TemplateTest } from '../TemplateTestFile.ts';
import { checkLiveApi } from './apiChecks.ts';
import { checkPages } from './pageChecks.ts';
import { RunningProject } from './RunningProject.ts';
import {
  checkLogs,
  checkMetrics,
  checkRequests,
  checkServedSecurityTxt,
} from './serviceChecks.ts';

type Check = (
  name: string,
  find: () => string[] | Promise<string[]>,
) => Promise<boolean>;

async function callProject(
  project: RunningProject,
  test: TemplateTest,
  check: Check,
): Promise<void> {
  const { api, requests, start } = test;
  await check('security.txt is served', () => checkServedSecurityTxt(project));
  if (api !== undefined) {
    await check('API as it runs', () => checkLiveApi(project, api));
  }
  if (requests.length > 0) {
    await check('requests', () => checkRequests(project, requests));
  }
  if (test.kind === 'service') {
    await check('logs', () => checkLogs(project));
  }
  // last: by now there is something to count
  const metrics = start?.metrics;
  if (metrics !== undefined) {
    await check('metrics', () => checkMetrics(project, metrics));
  }
}

/**
 * Starts a project, does what its users do, and stops it.
 *
 * @internal
 */
export async function runProject(
  test: TemplateTest,
  options: {
    directory: string;
    chromium: string | undefined;
    check: Check;
    report: (result: CheckResult) => void;
  },
): Promise<void> {
  const { start, pages } = test;
  const { directory, chromium, check, report } = options;
  if (!start) {
    return;
  }
  let project: RunningProject | undefined;
  await check('start', async () => {
    project = await RunningProject.start(directory, start);
    return [];
  });
  if (!project) {
    return;
  }
  const { url } = project;
  try {
    await callProject(project, test, check);
    if (pages.length > 0 && chromium) {
      await check('accessibility', () =>
        checkPages({ executablePath: chromium, url, pages }),
      );
    } else if (pages.length > 0) {
      report(skip('accessibility', 'there is no Chromium (./nerds doctor)'));
    }
  } finally {
    await project.stop();
  }
}
