import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium, findProgram } from '../../doctor/checks.ts';
import { findFreePort } from '../../network/ports.ts';
import { buildStackPaths } from '../../paths.ts';
import { spawnSupervisor } from '../../commands/supervisorProcess.ts';
import type { StackEvent } from '../../supervisor/events.ts';
import {
  failedBecause,
  fromPlaywrightReport,
  lacking,
  type PlaywrightReport,
  type StepResult,
} from '../results.ts';
import type { TestContext } from '../TestContext.ts';

/**
 * Finds a browser, and installs Debian's where that is possible.
 *
 * @internal
 */
export async function ensureChromium(
  context: TestContext,
): Promise<string | undefined> {
  const found = findChromium();
  if (found) {
    return found;
  }
  if (process.getuid?.() !== 0 || !findProgram(['apt-get'])) {
    return undefined;
  }
  context.progress('installing Chromium');
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await context.run('e2e', 'apt-get', ['update'], { env });
  await context.run(
    'e2e',
    'apt-get',
    ['install', '-y', '--no-install-recommends', 'chromium'],
    { env },
  );
  return findChromium();
}

interface RunningPortal {
  url: string;
  home: string;
  stop(): Promise<void>;
}

/** A whole stack of its own, so that journeys never touch anybody's data. */
async function startPortal(context: TestContext): Promise<RunningPortal> {
  const home = mkdtempSync(join(tmpdir(), 'nerds-e2e-'));
  // PostgreSQL's own account must get in when this runs as root
  chmodSync(home, 0o755);
  const paths = buildStackPaths(home);
  const supervisor = spawnSupervisor(
    paths,
    { port: await findFreePort(), mode: 'portal' },
    { NERDS_HOME: home, NERDS_HOST_KUBECONFIG: undefined },
  );
  const ended = once(supervisor, 'exit');
  const stop = async () => {
    supervisor.kill('SIGTERM');
    await ended;
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const url = await new Promise<string>((resolve, reject) => {
      supervisor.on('message', (event: StackEvent) => {
        if (event.type === 'ready') {
          resolve(event.portalUrl);
        } else if (event.type === 'failed') {
          reject(new Error(event.message));
        } else {
          const { title, state, detail } = event.step;
          context.progress(`${title} ${detail ?? state}`);
        }
      });
      supervisor.once('disconnect', () =>
        reject(new Error('the portal stopped while it was being started')),
      );
    });
    return { url, home, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Journeys in a real browser over a whole stack. @internal */
export async function runBrowserJourneys(
  context: TestContext,
): Promise<StepResult> {
  const chromium = await ensureChromium(context);
  if (!chromium) {
    return lacking(
      'there is no Chromium and it cannot be installed here (./nerds doctor)',
    );
  }
  const portal = await startPortal(context).catch((error: Error) => error);
  if (portal instanceof Error) {
    return failedBecause(`the portal did not start: ${portal.message}`);
  }
  try {
    context.progress('in the browser');
    const report = context.reportFile('playwright.json');
    const result = await context.yarn(
      'e2e',
      ['playwright', 'test', '--reporter=list,json'],
      {
        env: {
          CHROMIUM_PATH: chromium,
          NERDS_HOME: portal.home,
          PORTAL_BASE_URL: portal.url,
          KUBECTL: join(portal.home, 'bin', 'kubectl'),
          // in CI every journey is made; see `lacking`
          SKIP_WHAT_IS_OFF: process.env.CI ? undefined : 'true',
          PLAYWRIGHT_JSON_OUTPUT_NAME: report,
        },
      },
    );
    return context.toCounts(result, report, text =>
      fromPlaywrightReport(JSON.parse(text) as PlaywrightReport),
    );
  } finally {
    await portal.stop();
  }
}
