import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { RenderedProject } from './renderer/protocol.ts';

/**
 * The files that came out of a template.
 *
 * @internal
 */
export class GeneratedProject {
  private readonly contents: Map<string, Buffer>;
  private readonly executables: Set<string>;

  constructor({ files }: RenderedProject) {
    this.contents = new Map(
      files.map(({ path, base64Content }) => [
        path,
        Buffer.from(base64Content, 'base64'),
      ]),
    );
    this.executables = new Set(
      files.filter(({ executable }) => executable).map(({ path }) => path),
    );
  }

  /** In the order of the alphabet. */
  get paths(): string[] {
    return [...this.contents.keys()].sort();
  }

  has(path: string): boolean {
    return this.contents.has(path);
  }

  /** @returns undefined when there is no such file */
  read(path: string): string | undefined {
    return this.contents.get(path)?.toString('utf8');
  }

  /** Files that hold text, with it. */
  *texts(): Iterable<[path: string, text: string]> {
    for (const path of this.paths) {
      const content = this.contents.get(path);
      // a byte that text never has
      if (content && !content.includes(0)) {
        yield [path, content.toString('utf8')];
      }
    }
  }

  writeTo(directory: string): void {
    for (const [path, content] of this.contents) {
      const file = join(directory, path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
      if (this.executables.has(path)) {
        chmodSync(file, 0o755);
      }
    }
  }
}
