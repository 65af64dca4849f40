import type {
  AuditorService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { JsonObject } from '@backstage/types';
import type { AccessConfig } from '../config';
import type { PersonStore } from '../database/PersonStore';
import type { ReviewStore } from '../database/ReviewStore';
import { buildReminderNotification } from '../domain/buildReminderNotification';
import { evaluateReminder } from '../domain/evaluateReminder';
import type { ReviewRecord } from '../domain/reviewRecords';
import type { ReviewerDirectory } from '../services/ReviewerDirectory';

/** @internal */
export interface AccessTasksOptions {
  config: AccessConfig;
  reviews: Pick<
    ReviewStore,
    'listReviews' | 'openDueReviews' | 'sendReminderOnce'
  >;
  people: Pick<PersonStore, 'deletePeopleUnseenSince'>;
  reviewers: ReviewerDirectory;
  notifications: NotificationService;
  auditor: AuditorService;
  logger: LoggerService;
  now: () => Date;
}

/**
 * What happens by itself: reviews are opened and asked for again, and people
 * who do not come any more are forgotten. Nobody is asked for anything here
 * that needs a person's rights: items are gathered when somebody looks.
 *
 * @internal
 */
export class AccessTasks {
  constructor(private readonly options: AccessTasksOptions) {}

  /** One of all replicas runs each; a run that is missed is made up for by the next. */
  async schedule(scheduler: SchedulerService): Promise<void> {
    await scheduler.scheduleTask({
      id: 'access-reviews',
      scope: 'global',
      frequency: { minutes: 30 },
      initialDelay: { minutes: 1 },
      timeout: { minutes: 10 },
      fn: async () => {
        await this.openDueReviews();
        await this.remindReviewers();
      },
    });
    await scheduler.scheduleTask({
      id: 'access-people',
      scope: 'global',
      frequency: { hours: 24 },
      initialDelay: { minutes: 5 },
      timeout: { minutes: 10 },
      fn: async () => this.forgetPeople(),
    });
  }

  async openDueReviews(): Promise<void> {
    const { reviews, config, now } = this.options;
    const opened = await reviews.openDueReviews({
      ...config.review,
      now: now(),
    });
    for (const { id, team } of opened) {
      const meta = { object: `access-review:${id}`, team };
      await this.#audit('access-review-start', meta);
    }
  }

  async remindReviewers(): Promise<void> {
    const reviews = await this.options.reviews.listReviews({ state: 'open' });
    for (const review of reviews) {
      try {
        await this.#remind(review);
      } catch (error) {
        // The others are reminded all the same, and this one the next time.
        this.options.logger.warn(
          `No reminder of access review ${review.id}: ${error}`,
        );
      }
    }
  }

  async forgetPeople(): Promise<void> {
    const { people, config, now } = this.options;
    const before = new Date(now().getTime() - config.peopleRetentionMs);
    const count = await people.deletePeopleUnseenSince(before);
    if (count > 0) await this.#audit('people-forget', { count });
  }

  async #remind(review: ReviewRecord): Promise<void> {
    const { reviews, reviewers, notifications, config, now } = this.options;
    const reminder = evaluateReminder(review, now(), config.review);
    const send = async () => {
      const entityRef = await reviewers.listReviewers(review.team);
      if (entityRef.length === 0) {
        throw new Error(`nobody reviews ${review.team}`);
      }
      const isNews = reminder.kind === 'opened';
      await notifications.send({
        recipients: {
          type: 'entity',
          entityRef,
          // Who started it knows.
          excludeEntityRef: isNews ? review.startedBy : undefined,
        },
        payload: buildReminderNotification(review, reminder),
      });
    };
    const { step } = reminder;
    await reviews.sendReminderOnce(
      { reviewId: review.id, step, now: now() },
      send,
    );
  }

  /** Nobody did it, so there is no actor but the portal. */
  async #audit(eventId: string, meta: JsonObject): Promise<void> {
    const event = await this.options.auditor.createEvent({
      eventId,
      severityLevel: 'medium',
      meta,
    });
    await event.success();
  }
}
