import type { LoggerService } from '@backstage/backend-plugin-api';
import type { LocalizedText } from '@nerds/http-api';
import type { ReviewItemKind } from '@nerds/plugin-access-common';
import type { ReviewStore } from '../database/ReviewStore';
import type { ReviewItemRecord, ReviewRecord } from '../domain/reviewRecords';
import { SourceError } from '../domain/SourceError';
import type { ReviewItemSource } from '../sources/ReviewItemSource';
import type { Caller } from './Caller';

/** How many revocations are under way at once for one request. */
const PARALLEL = 5;

/** Asks the sources on behalf of a reviewer, and has them revoke. @internal */
export class ReviewGatherer {
  readonly #sources: ReviewItemSource[];
  readonly #store: Pick<ReviewStore, 'saveGathered' | 'finishRevocation'>;
  readonly #logger: LoggerService;
  readonly #now: () => Date;

  constructor(options: {
    sources: ReviewItemSource[];
    store: Pick<ReviewStore, 'saveGathered' | 'finishRevocation'>;
    logger: LoggerService;
    now: () => Date;
  }) {
    this.#sources = options.sources;
    this.#store = options.store;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** The kinds that a review of this team has. */
  kindsOf(team: string): ReviewItemKind[] {
    return this.#sources
      .filter(source => source.appliesTo(team))
      .map(({ kind }) => kind);
  }

  /** Asks the sources of these kinds; what fails is kept with the review. */
  async gather(
    review: ReviewRecord,
    kinds: ReviewItemKind[],
    caller: Caller,
  ): Promise<void> {
    const { team, id } = review;
    const sources = this.#sources.filter(({ kind }) => kinds.includes(kind));
    await Promise.all(
      sources.map(async source => {
        const result = await source.listItems(team, caller).then(
          found => ({ found }),
          error => ({ failure: this.#toFailure(source, error) }),
        );
        await this.#store.saveGathered(id, {
          kind: source.kind,
          result,
          gatheredBy: caller.userEntityRef,
          now: this.#now(),
        });
      }),
    );
  }

  /** Revokes each item; one that fails does not stop the others. */
  async revoke(
    items: ReviewItemRecord[],
    options: { team: string; caller: Caller },
  ): Promise<void> {
    const queue = [...items];
    const work = async () => {
      for (let item = queue.shift(); item; item = queue.shift()) {
        await this.#revokeOne(item, options);
      }
    };
    await Promise.all(Array.from({ length: PARALLEL }, work));
  }

  async #revokeOne(
    item: ReviewItemRecord,
    options: { team: string; caller: Caller },
  ): Promise<void> {
    const source = this.#sources.find(({ kind }) => kind === item.kind);
    if (!source) throw new Error(`No source revokes a ${item.kind}`);
    const result = await source.revoke(item, options).then(
      ({ followUp }) => ({ appliedAt: this.#now(), followUp }),
      error => ({ failure: this.#toFailure(source, error) }),
    );
    await this.#store.finishRevocation(item, result);
  }

  #toFailure(source: ReviewItemSource, error: Error): LocalizedText {
    this.#logger.warn(`Review source ${source.kind} failed`, error);
    return error instanceof SourceError
      ? error.localizedMessage
      : new SourceError('unavailable').localizedMessage;
  }
}
