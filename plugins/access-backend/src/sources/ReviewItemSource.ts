import type { LocalizedText } from '@nerds/http-api';
import type { ReviewItemKind } from '@nerds/plugin-access-common';
import type { FoundItem, ReviewItemRecord } from '../domain/reviewRecords';
import type { Caller } from '../services/Caller';

/** What a revocation left to do elsewhere. @internal */
export interface Revocation {
  followUp?: LocalizedText;
}

/**
 * One kind of access that a team has: where it is found, and how it is taken
 * away. Both are done with the credentials of the caller, so nobody sees or
 * takes away in a review what they could not see or take away otherwise.
 *
 * @internal
 */
export interface ReviewItemSource {
  readonly kind: ReviewItemKind;

  /** Whether a review of this team has items of this kind at all. */
  appliesTo(team: string): boolean;

  /** @throws SourceError when the list could not be had, or not all of it */
  listItems(team: string, caller: Caller): Promise<FoundItem[]>;

  /**
   * Takes the access away. Doing it twice is as doing it once.
   *
   * @throws SourceError when the access may still be there
   */
  revoke(
    item: ReviewItemRecord,
    options: { team: string; caller: Caller },
  ): Promise<Revocation>;
}
