/**
 * A throw-away identity provider for tests in any module system:
 *
 *   node packages/local-stack/src/identity-provider/testProvider.ts [--portal <base URL>]
 *
 * prints one line of JSON ({@link RunningIdentityProvider} without its method)
 * when it is up, with a control by which a test changes its accounts. It stops
 * on SIGTERM, or when the program that started it closes its end of stdin.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startIdentityProvider } from './startIdentityProvider.ts';

const { values } = parseArgs({ options: { portal: { type: 'string' } } });
const dir = mkdtempSync(join(tmpdir(), 'nerds-test-provider-'));
const provider = await startIdentityProvider({
  dir,
  portalBaseUrl: values.portal,
  testControl: true,
});

let stopping: Promise<void> | undefined;
const stop = () => {
  stopping ??= provider.stop().then(() => {
    rmSync(dir, { recursive: true, force: true });
    process.exit(0);
  });
};
process.once('SIGTERM', stop);
process.stdin.once('close', stop).once('end', stop).resume();

const { stop: _stop, ...details } = provider;
process.stdout.write(`${JSON.stringify(details)}\n`);
