import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { finished } from 'node:stream/promises';

/** @internal */
export interface CommandOptions {
  cwd?: string;
  env?: Record<string, string | undefined>;
  /** Gets everything the command prints. */
  logFile?: string;
  /** Shows the output on this terminal as well. */
  inherit?: boolean;
  /** Stops the command and everything it started. */
  signal?: AbortSignal;
  user?: { uid: number; gid: number };
}

/** @internal */
export interface CommandResult {
  /** -1 when it could not be started or was stopped. */
  exitCode: number;
  stdout: string;
  /** Both streams, in the order they came, last 256 KiB. */
  output: string;
}

const KEPT_OUTPUT_CHARACTERS = 256 * 1024;

/**
 * Runs a command to its end. Never throws: the exit code tells.
 *
 * @internal
 */
export async function runCommand(
  command: string,
  args: string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  const log = options.logFile ? openLog(options.logFile) : undefined;
  const result: CommandResult = { exitCode: -1, stdout: '', output: '' };
  await new Promise<void>(resolve => {
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...process.env, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // a group of its own, so that all of it can be stopped; without a signal
      // it belongs to the terminal, where Ctrl-C reaches it
      detached: options.signal !== undefined,
      ...options.user,
    });
    const stopGroup = () => child.pid && process.kill(-child.pid, 'SIGTERM');
    options.signal?.addEventListener('abort', stopGroup, { once: true });
    const collect = (stream: 'stdout' | 'stderr') => (chunk: Buffer) => {
      const text = chunk.toString('utf8');
      if (stream === 'stdout') {
        result.stdout += text;
      }
      result.output = (result.output + text).slice(-KEPT_OUTPUT_CHARACTERS);
      log?.write(text);
      if (options.inherit) {
        process[stream].write(text);
      }
    };
    child.stdout.on('data', collect('stdout'));
    child.stderr.on('data', collect('stderr'));
    child.once('error', error => {
      result.output += `\n${error.message}`;
      resolve();
    });
    child.once('close', code => {
      options.signal?.removeEventListener('abort', stopGroup);
      result.exitCode = code ?? -1;
      resolve();
    });
  });
  if (log) {
    log.end();
    await finished(log);
  }
  return result;
}

function openLog(path: string) {
  mkdirSync(dirname(path), { recursive: true });
  return createWriteStream(path, { flags: 'a', mode: 0o600 });
}
