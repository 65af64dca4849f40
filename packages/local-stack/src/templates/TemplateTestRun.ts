import { ProgramsUnavailableError } from '../go/buildGoProgram.ts';
import { skip, toResult, type CheckResult } from './CheckResult.ts';
import type {
  ContainerEngine,
  NoContainerEngine,
} from './image/containerEngine.ts';
import type { ClusterAccess } from './checks/freeTierNamespace.ts';
import type { TemplateRenderer } from './TemplateRenderer.ts';

/** What a test of a template works with. @internal */
export interface TemplateTestTools {
  renderer: TemplateRenderer;
  /** None: the manifests are read, not applied. */
  cluster: ClusterAccess | undefined;
  /** Path of Chromium; none: pages are not looked at. */
  chromium: string | undefined;
  /** Builds the image; none: its Containerfile is read, not built. */
  engine: ContainerEngine | NoContainerEngine;
  /** Gets what the commands of the project print. */
  logFile: string;
  /** Leaves the project on disk, and says where. */
  keep: boolean;
  onStart: (check: string) => void;
  onResult: (result: CheckResult) => void;
  /** What whoever looks on should know besides. */
  onNote: (note: string) => void;
}

/**
 * One test of one template: runs the checks in order and reports each.
 *
 * @internal
 */
export class TemplateTestRun {
  private readonly results: CheckResult[] = [];
  private readonly tools: TemplateTestTools;

  constructor(tools: TemplateTestTools) {
    this.tools = tools;
  }

  get failed(): boolean {
    return this.results.some(({ outcome }) => outcome === 'failed');
  }

  get all(): CheckResult[] {
    return this.results;
  }

  report(result: CheckResult): void {
    this.results.push(result);
    this.tools.onResult(result);
  }

  async check(
    name: string,
    find: () => string[] | Promise<string[]>,
  ): Promise<boolean> {
    this.tools.onStart(name);
    const problems = await Promise.resolve()
      .then(find)
      .catch((error: Error) => [error.message]);
    this.report(toResult(name, problems));
    return problems.length === 0;
  }

  /** A check with a program that may not be had on this machine. */
  async checkIfPossible(
    name: string,
    find: () => Promise<string[]>,
  ): Promise<void> {
    this.tools.onStart(name);
    this.report(
      await find().then(
        problems => toResult(name, problems),
        (error: Error) =>
          error instanceof ProgramsUnavailableError
            ? skip(name, error.message)
            : toResult(name, [error.message]),
      ),
    );
  }
}
