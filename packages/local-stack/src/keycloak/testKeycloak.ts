/**
 * A throw-away Keycloak for tests in any module system:
 *
 *   node packages/local-stack/src/keycloak/testKeycloak.ts [--file <path>]
 *
 * prints one line of JSON ({@link KeycloakConnection}) when it is up, or writes
 * it to a file. It stops on SIGTERM or SIGINT. Where Keycloak cannot be had it
 * says why and ends with status 3.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildStackPaths } from '../paths.ts';
import { writeFileAtomic } from '../state/files.ts';
import { KeycloakUnavailableError, startKeycloak } from './startKeycloak.ts';

const UNAVAILABLE = 3;

const { values } = parseArgs({ options: { file: { type: 'string' } } });
const dir = mkdtempSync(join(tmpdir(), 'nerds-keycloak-'));
const removeDir = () => rmSync(dir, { recursive: true, force: true });

try {
  const keycloak = await startKeycloak({ dir, cache: buildStackPaths().cache });
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= keycloak.stop().then(() => {
      removeDir();
      process.exit(0);
    });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);

  const { stop: _stop, ...details } = keycloak;
  const line = `${JSON.stringify(details)}\n`;
  if (values.file) {
    writeFileAtomic(values.file, line, 0o600);
  } else {
    process.stdout.write(line);
  }
  // keeps this process until it is told to stop
  setInterval(() => {}, 1 << 30);
} catch (error) {
  removeDir();
  if (!(error instanceof KeycloakUnavailableError)) {
    throw error;
  }
  process.stderr.write(`${error.message}\n`);
  process.exitCode = UNAVAILABLE;
}
