/**
 * A throw-away stack for tests in any language or module system:
 *
 *   node packages/local-stack/src/testStack.ts [--file <path>]
 *
 * prints one line of JSON ({@link TestStackDetails}) when everything is up, or
 * writes it to a file. It stops all of it on SIGTERM, SIGINT, or when the
 * program that started it closes its end of stdin.
 */
import { fstatSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startTestStack, type TestStackDetails } from './startTestStack.ts';
import { writeFileAtomic } from './state/files.ts';

const { values } = parseArgs({ options: { file: { type: 'string' } } });
const stack = await startTestStack();

let stopping: Promise<void> | undefined;
const stop = () => {
  stopping ??= stack.stop().then(() => process.exit(0));
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
const stdin = fstatSync(0);
// A terminal or /dev/null says nothing about who started this.
if (stdin.isFIFO() || stdin.isSocket()) {
  process.stdin.once('close', stop).once('end', stop).resume();
}

const { stop: _stop, ...rest } = stack;
const details: TestStackDetails = rest;
const line = `${JSON.stringify(details)}\n`;
if (values.file) {
  writeFileAtomic(values.file, line, 0o600);
} else {
  process.stdout.write(line);
}
// keeps this process until it is told to stop
setInterval(() => {}, 1 << 30);
