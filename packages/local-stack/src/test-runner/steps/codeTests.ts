import { chmodSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensurePrograms } from '../../control-plane/programs.ts';
import { ensureForgeProgram } from '../../forge/program.ts';
import { ProgramsUnavailableError } from '../../go/buildGoProgram.ts';
import { repositoryRoot } from '../../paths.ts';
import { startPostgres } from '../../postgres/startPostgres.ts';
import { startTestStack } from '../../startTestStack.ts';
import { writeFileAtomic } from '../../state/files.ts';
import {
  addResults,
  fromJestReport,
  fromTap,
  lacking,
  type JestReport,
  type StepResult,
} from '../results.ts';
import type { TestContext } from '../TestContext.ts';

const INTEGRATION = '\\.integration\\.test\\.tsx?$';
/** Have a step of their own, for a Keycloak takes Java and a minute to start. */
const WITH_KEYCLOAK = '[kK]eycloak\\.integration\\.test\\.ts$';
const LOCAL_STACK = 'packages/local-stack/src';

/** Read by Backstage's TestDatabases and by our own integration tests. */
function buildTestEnvironment(postgresUrl: string, stackFile?: string) {
  return {
    BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgresUrl,
    BACKSTAGE_TEST_DISABLE_DOCKER: '1',
    NERDS_TEST_STACK: stackFile,
  };
}

async function runJest(
  context: TestContext,
  step: string,
  options: {
    workers: number;
    files: string[];
    env: Record<string, string | undefined>;
  },
): Promise<StepResult> {
  const report = context.reportFile(`jest-${step}.json`);
  const result = await context.yarn(
    step,
    [
      'backstage-cli',
      'repo',
      'test',
      '--watch=false',
      `--maxWorkers=${options.workers}`,
      // for the slowest machine; a test that hangs still ends
      '--testTimeout=60000',
      '--json',
      `--outputFile=${report}`,
      ...options.files,
    ],
    { env: options.env },
  );
  return context.toCounts(result, report, text =>
    fromJestReport(JSON.parse(text) as JestReport),
  );
}

async function runNodeTests(
  context: TestContext,
  step: string,
  options: { integration: boolean },
): Promise<StepResult> {
  const files = globSync(`${LOCAL_STACK}/**/*.test.ts`, {
    cwd: repositoryRoot,
  }).filter(file => new RegExp(INTEGRATION).test(file) === options.integration);
  const report = context.reportFile(`node-${step}.tap`);
  const result = await context.run(step, process.execPath, [
    '--test',
    // each starts servers of its own: side by side they would only wait for each other
    ...(options.integration ? ['--test-concurrency=1'] : []),
    '--test-reporter=spec',
    '--test-reporter-destination=stdout',
    '--test-reporter=tap',
    `--test-reporter-destination=${report}`,
    ...files,
  ]);
  return context.toCounts(result, report, fromTap);
}

/** Tests without a stack; stores get a PostgreSQL of their own. @internal */
export async function runUnitTests(context: TestContext): Promise<StepResult> {
  const dir = mkdtempSync(join(tmpdir(), 'nerds-unit-'));
  // PostgreSQL's own account must get in when this runs as root
  chmodSync(dir, 0o755);
  const postgres = await startPostgres({ dir, durable: false });
  try {
    return addResults([
      await runNodeTests(context, 'unit', { integration: false }),
      await runJest(context, 'unit', {
        workers: 2,
        files: [`--testPathIgnorePatterns=${INTEGRATION}`],
        env: buildTestEnvironment(postgres.url),
      }),
    ]);
  } finally {
    await postgres.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

/** Tests against a real PostgreSQL, identity provider and kube-apiserver. @internal */
export async function runIntegrationTests(
  context: TestContext,
): Promise<StepResult> {
  try {
    await ensurePrograms(context.paths, {
      onProgress: ({ program, number, total }) =>
        context.progress(`building ${program}, ${number} of ${total}`),
    });
    await ensureForgeProgram(context.paths, {
      onBuild: () => context.progress('building the forge'),
    });
  } catch (error) {
    if (error instanceof ProgramsUnavailableError) {
      return lacking(error.message);
    }
    throw error;
  }
  const localStack = await runNodeTests(context, 'integration', {
    integration: true,
  });
  const stack = await startTestStack();
  try {
    const { stop: _stop, ...details } = stack;
    const stackFile = context.reportFile('test-stack.json');
    writeFileAtomic(stackFile, JSON.stringify(details), 0o600);
    const plugins = await runJest(context, 'integration', {
      // one control plane and one team quota for all
      workers: 1,
      files: [
        `--testPathPatterns=${INTEGRATION}`,
        `--testPathIgnorePatterns=${WITH_KEYCLOAK}`,
      ],
      env: buildTestEnvironment(stack.postgresUrl, stackFile),
    });
    return addResults([localStack, plugins]);
  } finally {
    await stack.stop();
  }
}
