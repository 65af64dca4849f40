import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../postgres/startPostgres.ts';
import { writeFileAtomic } from '../state/files.ts';
import {
  fromJestReport,
  skippedBecause,
  type JestReport,
  type StepResult,
} from '../test-runner/results.ts';
import type { TestContext } from '../test-runner/TestContext.ts';
import { KeycloakUnavailableError, startKeycloak } from './startKeycloak.ts';

/**
 * Signing in, and the organisation in the catalog, with a real Keycloak. Skipped
 * where Keycloak cannot be had, in CI too: it is downloaded, and a network that
 * is away says nothing about the portal.
 *
 * @internal
 */
export async function runKeycloakTests(
  context: TestContext,
): Promise<StepResult> {
  const dir = mkdtempSync(join(tmpdir(), 'nerds-keycloak-'));
  // PostgreSQL's own account must get in when this runs as root
  chmodSync(dir, 0o755);
  const stops: (() => Promise<void>)[] = [];
  try {
    context.progress('starting Keycloak, a minute or two');
    const keycloak = await startKeycloak({ dir, cache: context.paths.cache });
    stops.push(() => keycloak.stop());
    const postgres = await startPostgres({ dir, durable: false });
    stops.push(() => postgres.stop());
    const { stop: _stop, ...details } = keycloak;
    const file = context.reportFile('keycloak.json');
    writeFileAtomic(file, JSON.stringify(details), 0o600);
    const report = context.reportFile('jest-keycloak.json');
    const result = await context.yarn(
      'keycloak',
      [
        'backstage-cli',
        'repo',
        'test',
        '--watch=false',
        '--maxWorkers=1',
        '--testTimeout=60000',
        '--json',
        `--outputFile=${report}`,
        '--testPathPatterns=[kK]eycloak\\.integration\\.test\\.ts$',
      ],
      {
        env: {
          BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url,
          BACKSTAGE_TEST_DISABLE_DOCKER: '1',
          NERDS_TEST_KEYCLOAK: file,
        },
      },
    );
    return context.toCounts(result, report, text =>
      fromJestReport(JSON.parse(text) as JestReport),
    );
  } catch (error) {
    if (error instanceof KeycloakUnavailableError) {
      return skippedBecause(error.message);
    }
    throw error;
  } finally {
    for (const stop of stops.reverse()) {
      await stop();
    }
    rmSync(dir, { recursive: true, force: true });
  }
}
