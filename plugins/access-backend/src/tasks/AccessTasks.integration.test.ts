import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { JsonObject } from '@backstage/types';
import {
  PRIVILEGED_ROLES_TEAM,
  type GrantableRole,
} from '@nerds/plugin-access-common';
import type { Knex } from 'knex';
import { createMigratedDatabases } from '../__testUtils__/testDatabase';
import { readAccessConfig } from '../config';
import { createStores, type Stores } from '../createServices';
import { GrantDirectory } from '../services/GrantDirectory';
import { ReviewerDirectory } from '../services/ReviewerDirectory';
import { AccessTasks } from './AccessTasks';

const initDatabase = createMigratedDatabases();
const START = new Date('2026-11-23T09:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;
const TEAM = 'group:default/burgerzaken';
const LEADS = 'group:default/leads';
const ADMINS = 'group:default/beheer';

jest.setTimeout(60_000);

describe('AccessTasks', () => {
  let knex: Knex;
  let stores: Stores;
  let tasks: AccessTasks;
  let now: Date;
  let sent: NotificationSendOptions[];
  let audited: (JsonObject | undefined)[];
  let isNotifying: boolean;

  beforeAll(async () => {
    knex = await initDatabase();
    stores = createStores(knex);
    const config = readAccessConfig(
      new ConfigReader({ permission: { roles: { administrator: [ADMINS] } } }),
    );
    const grants = new GrantDirectory({
      configGrants: config.grants,
      store: stores.grants,
      now: () => now,
    });
    const auditor = mockServices.auditor.mock();
    auditor.createEvent.mockImplementation(async event => {
      audited.push({ eventId: event.eventId, ...event.meta });
      return { success: async () => {}, fail: async () => {} };
    });
    tasks = new AccessTasks({
      config,
      reviews: stores.reviews,
      people: stores.people,
      reviewers: new ReviewerDirectory({ grants, people: stores.people }),
      notifications: {
        send: async options => {
          if (!isNotifying) throw new Error('down');
          sent.push(options);
        },
      },
      auditor,
      logger: mockServices.logger.mock(),
      now: () => now,
    });
  });

  beforeEach(async () => {
    now = START;
    sent = [];
    audited = [];
    isNotifying = true;
    for (const table of ['reviews', 'role_grants', 'people', 'teams']) {
      await knex(table).delete();
    }
    await knex('revoked_members').delete();
  });

  const day = (days: number) => {
    now = new Date(START.getTime() + days * DAY_MS);
  };
  const signIn = (name: string, ...teams: string[]) =>
    stores.people.recordSignIn({
      ref: `user:default/${name}`,
      teams,
      lastSignInAt: now,
    });
  let grantCount = 0;
  const grant = (role: GrantableRole, subject: string, team?: string) => {
    grantCount += 1;
    const number = String(grantCount).padStart(12, '0');
    return stores.grants.createGrant({
      id: `0d9c4f0e-5f3a-4b7e-9a52-${number}`,
      role,
      subject,
      team,
      reason: 'x',
      grantedBy: 'user:default/admin',
      grantedAt: now,
    });
  };
  const run = async () => {
    await tasks.openDueReviews();
    await tasks.remindReviewers();
  };
  const openTeams = async () => {
    const reviews = await stores.reviews.listReviews({ state: 'open' });
    return reviews.map(({ team }) => team).sort();
  };
  const complete = async (team: string) => {
    const [review] = await stores.reviews.listReviews({ team, state: 'open' });
    await stores.reviews.completeReview(review.id, {
      actor: 'user:default/lead',
      now,
    });
  };

  it('opens a review of a team a year after it was seen or reviewed, of privileged roles every 90 days', async () => {
    await signIn('dev', TEAM);
    await run();
    expect(await openTeams()).toEqual([]);
    day(90);
    await run();
    await run();
    expect(await openTeams()).toEqual([PRIVILEGED_ROLES_TEAM]);
    await complete(PRIVILEGED_ROLES_TEAM);
    day(364);
    await signIn('dev', TEAM);
    await run();
    expect(await openTeams()).toEqual([PRIVILEGED_ROLES_TEAM]);
    day(365);
    await Promise.all([tasks.openDueReviews(), tasks.openDueReviews()]);
    expect(await openTeams()).toEqual([TEAM, PRIVILEGED_ROLES_TEAM].sort());
    const [review] = await stores.reviews.listReviews({ team: TEAM });
    expect(review).toMatchObject({
      startedBy: undefined,
      dueAt: new Date(now.getTime() + 14 * DAY_MS),
      itemCount: 0,
    });
    expect(audited).toContainEqual({
      eventId: 'access-review-start',
      object: `access-review:${review.id}`,
      team: TEAM,
    });
    day(370);
    await complete(TEAM);
    day(370 + 364);
    await run();
    expect(await openTeams()).not.toContain(TEAM);
    day(370 + 365);
    await run();
    expect(await openTeams()).toContain(TEAM);
  });

  it('reviews a team that only a role names, and none where nobody is left', async () => {
    await grant('team-lead', 'user:default/lead', TEAM);
    await signIn('dev', 'group:default/gone');
    await run();
    await signIn('dev');
    day(365);
    await run();
    expect(await openTeams()).toEqual([TEAM, PRIVILEGED_ROLES_TEAM].sort());
  });

  it('reminds team leads at the start, a week before, at the end and every week after, each once', async () => {
    await signIn('dev', TEAM);
    await signIn('lead', TEAM, LEADS);
    await signIn('elsewhere', LEADS);
    await grant('team-lead', LEADS);
    await stores.reviews.createReview({
      id: '0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a11',
      team: TEAM,
      startedAt: START,
      dueAt: new Date(START.getTime() + 14 * DAY_MS),
    });
    for (const days of [0, 0.1, 3, 7, 8, 14, 15, 21, 27, 28, 35]) {
      day(days);
      await tasks.remindReviewers();
    }
    expect(sent.map(({ payload }) => payload.title)).toEqual([
      'Beoordeel wie toegang heeft: team burgerzaken',
      'Rond de toegangsbeoordeling af: team burgerzaken',
      'Rond de toegangsbeoordeling af: team burgerzaken',
      ...Array(3).fill('Toegangsbeoordeling is te laat: team burgerzaken'),
    ]);
    // Of the leads of every own team, the one who is in this team.
    expect(sent[0]).toEqual({
      recipients: {
        type: 'entity',
        entityRef: ['user:default/lead'],
        excludeEntityRef: undefined,
      },
      payload: {
        title: 'Beoordeel wie toegang heeft: team burgerzaken',
        description:
          'Bevestig of trek in wie en wat toegang heeft, uiterlijk op 7 december 2026.',
        link: '/access/reviews/0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a11',
        severity: 'normal',
        topic: 'access-review',
        scope: 'access-review:0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a11',
      },
    });
    expect(sent.at(-1)?.payload.severity).toBe('high');
    await complete(TEAM);
    day(42);
    await tasks.remindReviewers();
    expect(sent).toHaveLength(6);
  });

  it('turns to a group that leads the team, and else to the administrators', async () => {
    await signIn('lead', TEAM, LEADS);
    await signIn('admin', ADMINS);
    const recipientsOf = async () => {
      sent = [];
      await stores.reviews.createReview({
        id: `0d9c4f0e-5f3a-4b7e-9a52-${String(grantCount).padStart(12, '1')}`,
        team: TEAM,
        startedAt: START,
        startedBy: 'user:default/lead',
        dueAt: new Date(START.getTime() + 14 * DAY_MS),
      });
      await tasks.remindReviewers();
      await complete(TEAM);
      return sent[0].recipients;
    };
    expect(await recipientsOf()).toEqual({
      type: 'entity',
      entityRef: [ADMINS, 'user:default/admin'],
      excludeEntityRef: 'user:default/lead',
    });
    await grant('team-lead', LEADS, TEAM);
    expect(await recipientsOf()).toMatchObject({
      entityRef: [LEADS, 'user:default/lead'],
    });
    // Taken out of the leads in a review: not a lead any more.
    await stores.people.revokeMember({
      userRef: 'user:default/lead',
      team: LEADS,
      actor: 'user:default/admin',
      now,
    });
    await grant('auditor', 'user:default/x');
    expect(await recipientsOf()).toMatchObject({ entityRef: [LEADS] });
  });

  it('tries again what could not be sent, and goes on with the others', async () => {
    day(0);
    for (const [id, team] of [
      ['1', TEAM],
      ['2', 'group:default/other'],
    ]) {
      await stores.reviews.createReview({
        id: `0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a1${id}`,
        team,
        startedAt: START,
        dueAt: new Date(START.getTime() + 14 * DAY_MS),
      });
    }
    isNotifying = false;
    await tasks.remindReviewers();
    expect(await knex('review_reminders').select()).toEqual([]);
    isNotifying = true;
    await Promise.all([tasks.remindReviewers(), tasks.remindReviewers()]);
    expect(sent).toHaveLength(2);
  });

  it('forgets people who have not signed in for 400 days', async () => {
    await signIn('old', TEAM);
    day(1);
    await signIn('newer', TEAM);
    day(400);
    await tasks.forgetPeople();
    expect(await knex('people').pluck('ref')).toHaveLength(2);
    day(400.5);
    await tasks.forgetPeople();
    await tasks.forgetPeople();
    expect(await knex('people').pluck('ref')).toEqual(['user:default/newer']);
    expect(audited).toEqual([{ eventId: 'people-forget', count: 1 }]);
  });
});
