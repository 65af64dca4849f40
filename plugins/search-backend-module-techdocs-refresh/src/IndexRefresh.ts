import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';

/** Named by the search backend after the type of the documents. */
const TASK = 'search_index_techdocs';

/** Documentation is often made in bursts; one index serves all of it. */
const FIRST_DELAY_MS = 2_000;

/** The whole index is made again, so not more often than this. */
const MIN_INTERVAL_MS = 60_000;

/**
 * Makes the index of documentation again soon after something was published.
 *
 * @internal
 */
export class IndexRefresh {
  private timer?: NodeJS.Timeout;
  private lastAt = -MIN_INTERVAL_MS;
  private isStopped = false;

  constructor(
    private readonly options: {
      logger: LoggerService;
      scheduler: SchedulerService;
      now: () => number;
    },
  ) {}

  /** Can be called any number of times. */
  request() {
    const sinceLast = this.options.now() - this.lastAt;
    this.plan(Math.max(FIRST_DELAY_MS, MIN_INTERVAL_MS - sinceLast));
  }

  stop() {
    this.isStopped = true;
    clearTimeout(this.timer);
  }

  private plan(delayMs: number) {
    // While one is asked for, another can be planned already: that one does for both.
    if (this.timer || this.isStopped) return;
    this.timer = setTimeout(() => void this.run(), delayMs);
  }

  private async run() {
    const { logger, now, scheduler } = this.options;
    this.timer = undefined;
    this.lastAt = now();
    try {
      await scheduler.triggerTask(TASK);
    } catch (error) {
      const { name, message } = toError(error);
      if (name === 'ConflictError') {
        // it runs already, and may have passed what is new
        this.plan(MIN_INTERVAL_MS);
        return;
      }
      // it is found after the next run by the clock
      logger.warn(`The index of documentation was not made again: ${message}`);
    }
  }
}
