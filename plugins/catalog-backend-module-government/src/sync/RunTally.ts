import type {
  ItemError,
  LocalizedText,
  RunCounts,
} from '@nerds/plugin-catalog-sources-common';
import type { RunOutcome } from '@nerds/plugin-catalog-sources-node';

/** Keeps count of what a run does. @internal */
export class RunTally {
  readonly counts: RunCounts = {
    read: 0,
    added: 0,
    changed: 0,
    unchanged: 0,
    archived: 0,
    removed: 0,
    failed: 0,
  };
  readonly #itemErrors: ItemError[] = [];
  #isIncomplete = false;
  #reason: LocalizedText | undefined;

  /** An item that could not be taken over. */
  addFailure(error: ItemError): void {
    this.counts.failed++;
    this.#itemErrors.push(error);
  }

  /** An item that was taken over although something is wrong with it. */
  addWarning(error: ItemError): void {
    this.#itemErrors.push(error);
  }

  /** Not all of the source was read. */
  markIncomplete(reason: LocalizedText): void {
    this.#isIncomplete = true;
    this.#reason ??= reason;
  }

  get isIncomplete(): boolean {
    return this.#isIncomplete;
  }

  /** @param failure - why the run ended before its end, if it did */
  toOutcome(failure?: LocalizedText): RunOutcome {
    const { counts } = this;
    const hasItemErrors = counts.failed > 0;
    const isSound = !failure && !this.#isIncomplete && !hasItemErrors;
    // A run that got nothing at all is a failure, one that got a part is not.
    const hasResult = counts.read > counts.failed;
    const partial = failure && !hasResult ? 'failed' : 'incomplete';
    return {
      state: isSound ? 'succeeded' : partial,
      counts,
      error: failure ?? this.#reason,
      itemErrors: this.#itemErrors,
    };
  }
}
