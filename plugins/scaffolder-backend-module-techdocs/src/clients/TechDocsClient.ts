import type {
  AuthService,
  BackstageCredentials,
  DiscoveryService,
} from '@backstage/backend-plugin-api';
import type { CompoundEntityRef } from '@backstage/catalog-model';
import { readEvents } from './readEvents';

/** How a build ended. @internal */
export type BuildResult =
  | { status: 'made' | 'unchanged' }
  | { status: 'failed'; reason: string };

/** Colours of a terminal, and what winston puts around a message. */
// eslint-disable-next-line no-control-regex
const COLOURS = /\u001b\[[0-9;]*m/g;
const LOG_LINE = /^(?:info|warn|error|debug): (.*?)(?: \{"timestamp":.*\})?$/;

/**
 * The part of the API of TechDocs that the scaffolder needs.
 *
 * @internal
 */
export class TechDocsClient {
  constructor(
    private readonly options: {
      auth: AuthService;
      discovery: DiscoveryService;
    },
  ) {}

  /**
   * Makes the documentation of an entity when it is old or not there, and waits.
   *
   * @param options - `credentials` of the person who started the task: TechDocs
   *   decides with that person's rights; `onLine` gets the log of the build
   * @throws when the portal gives no answer; a build that fails is a result
   */
  async build(
    { kind, namespace, name }: CompoundEntityRef,
    options: {
      credentials: BackstageCredentials;
      signal: AbortSignal;
      onLine: (line: string) => void;
    },
  ): Promise<BuildResult> {
    const { auth, discovery } = this.options;
    const { credentials, signal, onLine } = options;
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'techdocs',
    });
    const path = [namespace, kind, name].map(encodeURIComponent).join('/');
    const response = await fetch(
      `${await discovery.getBaseUrl('techdocs')}/sync/${path}`,
      { headers: { Authorization: `Bearer ${token}` }, signal },
    );
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      return { status: 'failed', reason: `HTTP ${response.status}` };
    }
    for await (const { type, data } of readEvents(response.body)) {
      const value: unknown = JSON.parse(data);
      if (type === 'finish') {
        const { updated } = value as { updated: boolean };
        return { status: updated ? 'made' : 'unchanged' };
      }
      if (type === 'error') return { status: 'failed', reason: String(value) };
      toLines(String(value)).forEach(onLine);
    }
    return { status: 'failed', reason: 'the answer ended too early' };
  }
}

function toLines(text: string): string[] {
  return text
    .replace(COLOURS, '')
    .split('\n')
    .map(line => (LOG_LINE.exec(line)?.[1] ?? line).trimEnd())
    .filter(Boolean);
}
