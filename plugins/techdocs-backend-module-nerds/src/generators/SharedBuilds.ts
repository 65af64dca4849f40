import { cp, mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';

interface SharedBuild {
  directory: Promise<string>;
  users: number;
}

/**
 * Makes the same site once for everyone who asks for it at the same moment.
 *
 * The portal publishes and removes what each of them gets, so each gets a copy.
 *
 * @internal
 */
export class SharedBuilds {
  private readonly builds = new Map<string, SharedBuild>();

  /** @param workingDirectory - where sites are put until everyone has a copy */
  constructor(private readonly workingDirectory: string) {}

  /**
   * @param options - `key` tells sites apart; `build` makes one in the directory
   *   it gets; `onJoin` is called when someone else makes it already
   * @throws what `build` throws, for everyone who waits for it
   */
  async build(options: {
    key: string;
    outputDir: string;
    build: (directory: string) => Promise<void>;
    onJoin: () => void;
  }): Promise<void> {
    const { key, outputDir, build, onJoin } = options;
    let shared = this.builds.get(key);
    if (shared) {
      onJoin();
    } else {
      shared = { directory: this.start(build), users: 0 };
      this.builds.set(key, shared);
    }
    shared.users += 1;
    try {
      await cp(await shared.directory, outputDir, { recursive: true });
    } finally {
      await this.release(key, shared);
    }
  }

  private async start(build: (directory: string) => Promise<void>) {
    const directory = await mkdtemp(
      path.join(this.workingDirectory, 'techdocs-site-'),
    );
    try {
      await build(directory);
    } catch (error) {
      await rm(directory, { recursive: true, force: true });
      throw error;
    }
    return directory;
  }

  private async release(key: string, shared: SharedBuild) {
    shared.users -= 1;
    if (shared.users > 0) return;
    this.builds.delete(key);
    const directory = await shared.directory.catch(
      // the directory of a build that failed is gone already
      () => undefined,
    );
    if (directory) await rm(directory, { recursive: true, force: true });
  }
}
