import { Writable } from 'node:stream';
import { hideSecrets } from '../generators/hideSecrets';

/** The end of a log says why it failed. */
const MAX_LENGTH = 64 * 1024;

/**
 * Keeps the end of what a build says, while whoever waits for it reads along.
 *
 * @internal
 */
export class BuildLog extends Writable {
  private kept = '';

  /** @param reader - gets everything as well */
  constructor(private readonly reader?: Writable) {
    super({ decodeStrings: false });
  }

  _write(
    chunk: string | Buffer,
    _encoding: BufferEncoding,
    callback: () => void,
  ) {
    this.add(String(chunk));
    this.reader?.write(chunk);
    callback();
  }

  /** Keeps a line that its reader gets in another way. */
  add(text: string) {
    const line = text.endsWith('\n') ? text : `${text}\n`;
    this.kept = (this.kept + line).slice(-MAX_LENGTH);
  }

  /** What was kept, without what could be a secret. */
  toString(): string {
    return hideSecrets(this.kept).trimEnd();
  }
}
