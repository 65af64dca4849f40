/** Called when a build that waits has another number before it. @internal */
export type PlaceListener = (buildsBefore: number) => void;

interface Waiting {
  start: () => void;
  onPlace: PlaceListener;
}

/**
 * Lets a few builds run at the same moment and the others wait for their turn,
 * first come, first served.
 *
 * @internal
 */
export class BuildQueue {
  private running = 0;
  private readonly waiting: Waiting[] = [];

  constructor(private readonly concurrency: number) {}

  /**
   * @param build - runs when it is its turn
   * @param onPlace - told its place when it has to wait, and again when that changes
   */
  async run<T>(build: () => Promise<T>, onPlace: PlaceListener): Promise<T> {
    if (this.running >= this.concurrency) {
      await new Promise<void>(resolve => {
        this.waiting.push({ start: resolve, onPlace });
        onPlace(this.waiting.length - 1);
      });
    } else {
      this.running += 1;
    }
    try {
      return await build();
    } finally {
      this.startNext();
    }
  }

  private startNext() {
    const next = this.waiting.shift();
    if (!next) {
      this.running -= 1;
      return;
    }
    // the place of the build that ended goes to the one that waited longest
    next.start();
    this.waiting.forEach(({ onPlace }, index) => onPlace(index));
  }
}
