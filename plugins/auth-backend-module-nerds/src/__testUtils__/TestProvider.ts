import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fetchText } from './fetchText';
import type { ProviderDetails } from './startPortal';

const PROGRAM = path.resolve(
  __dirname,
  '../../../../packages/local-stack/src/identity-provider/testProvider.ts',
);

/** What a test can make different about an account of the provider. */
export interface AccountChange {
  disabled?: boolean;
  groups?: unknown;
  claims?: Record<string, unknown>;
}

interface Details extends ProviderDetails {
  issuer: string;
  pagesOrigin: string;
  pid: number;
  testControl: { url: string; secret: string };
}

/** The real provider of the local stack, in a process of its own. */
export class TestProvider {
  private constructor(
    readonly details: Details,
    private readonly program: ChildProcess,
  ) {}

  static async start(portalBaseUrl: string): Promise<TestProvider> {
    const program = spawn(
      process.execPath,
      [PROGRAM, '--portal', portalBaseUrl],
      // Jest's own options are not for it
      {
        stdio: ['pipe', 'pipe', 'inherit'],
        env: { ...process.env, NODE_OPTIONS: '' },
      },
    );
    for await (const line of createInterface({ input: program.stdout! })) {
      return new TestProvider(JSON.parse(line) as Details, program);
    }
    throw new Error('The identity provider ended before it was up');
  }

  /** Until the next change; an empty one puts the account back. */
  async change(account: string, change: AccountChange): Promise<void> {
    const { url, secret } = this.details.testControl;
    const answer = await fetchText(`${url}${account}`, {
      caFile: this.details.caFile,
      method: 'PUT',
      headers: { Authorization: `Bearer ${secret}` },
      body: JSON.stringify(change),
    });
    if (answer.status !== 204) {
      throw new Error(`The account was not changed: ${answer.status}`);
    }
  }

  /** Lets it hang, as behind a network that lost its way; `resume` ends that. */
  pause(): void {
    process.kill(this.details.pid, 'SIGSTOP');
  }

  resume(): void {
    process.kill(this.details.pid, 'SIGCONT');
  }

  async stop(): Promise<void> {
    this.resume();
    this.program.kill('SIGTERM');
    await once(this.program, 'exit');
  }
}
