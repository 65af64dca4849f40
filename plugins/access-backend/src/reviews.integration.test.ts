import { PRIVILEGED_ROLES_TEAM } from '@nerds/plugin-access-common';
import type { Knex } from 'knex';
import {
  startAccess,
  toGroupRef,
  toUserRef,
  type AccessUnderTest,
} from './__testUtils__/startAccess';
import { createTestDatabases } from './__testUtils__/testDatabase';

const initDatabase = createTestDatabases();
const TEAM = toGroupRef('burgerzaken');
const UNKNOWN_ID = '0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a11';

interface Item {
  id: string;
  kind: string;
  subject: string;
  decision?: string;
}

jest.setTimeout(60_000);

describe('access reviews', () => {
  let app: AccessUnderTest;
  let knex: Knex;

  beforeAll(async () => {
    knex = await initDatabase();
    app = await startAccess({ knex });
  });
  afterAll(async () => app.backend.stop());
  beforeEach(async () => {
    await app.reset();
    await app.signIn('dev');
    await app.signIn('lead');
    await app.call('admin', 'post', '/role-grants').send({
      role: 'team-lead',
      subject: toUserRef('lead'),
      team: TEAM,
      reason: 'Leidt het team',
    });
    app.audited.length = 0;
  });

  const start = async (name = 'lead', team = TEAM) => {
    const { body, status } = await app
      .call(name, 'post', '/reviews')
      .send({ team });
    expect(status).toBe(201);
    return body;
  };
  const get = async (id: string, name = 'lead') =>
    (await app.call(name, 'get', `/reviews/${id}`)).body;
  const decide = (id: string, items: object[], name = 'lead') =>
    app.call(name, 'post', `/reviews/${id}/decisions`).send({ items });
  const complete = (id: string, name = 'lead') =>
    app.call(name, 'post', `/reviews/${id}/completion`);
  const itemOf = (review: { items: Item[] }, kind: string, subject: string) => {
    const item = review.items.find(
      known => known.kind === kind && known.subject === subject,
    );
    if (!item) throw new Error(`No ${kind} of ${subject}`);
    return item;
  };
  const revoke = ({ id }: Item) => ({
    itemId: id,
    decision: 'revoke',
    reason: 'Werkt hier niet meer',
  });
  const confirm = ({ id }: Item) => ({ itemId: id, decision: 'confirm' });
  const decideAll = async (review: { id: string; items: Item[] }) => {
    const undecided = review.items.filter(({ decision }) => !decision);
    const own = ({ subject }: Item) => subject === toUserRef('lead');
    await decide(review.id, undecided.filter(i => !own(i)).map(confirm));
    return decide(review.id, undecided.filter(own).map(confirm), 'admin');
  };

  it('lists who and what has access, decides, and is closed as a record', async () => {
    const review = await start();
    expect(review).toMatchObject({
      team: TEAM,
      state: 'open',
      startedBy: toUserRef('lead'),
      itemCount: 5,
      decidedCount: 0,
      permissions: { decide: true },
    });
    const shown = review.items.map((item: Item & { access: string }) => [
      item.kind,
      item.subject,
      item.access,
    ]);
    expect(shown).toEqual([
      ['cluster-credential', 'pijplijn', 'Machinetoegang tot cluster proef'],
      [
        'machine-token',
        'uitrol',
        'Machinetoken met de rechten free-tier.cluster.read',
      ],
      ['member', toUserRef('dev'), 'Lid van het team'],
      ['member', toUserRef('lead'), 'Lid van het team'],
      ['role-grant', toUserRef('lead'), `Rol Teamleider voor ${TEAM}`],
    ]);
    expect(review.sources).toHaveLength(4);
    // Everything is asked and taken away as the person who reviews.
    const asked = new Set(app.portal.calls.map(call => call.split(' ')[0]));
    expect([...asked]).toEqual([toUserRef('lead')]);

    const early = await complete(review.id);
    expect(early).toMatchObject({
      status: 409,
      body: { code: 'review-items-undecided' },
    });
    await decideAll(review);
    const completed = await complete(review.id);
    expect(completed.status).toBe(200);
    expect(completed.body).toMatchObject({
      state: 'completed',
      completedBy: toUserRef('lead'),
      completedAt: expect.any(String),
      decidedCount: 5,
      permissions: { decide: false },
    });
    // Once more changes nothing; deciding does not go any more.
    expect((await complete(review.id)).body).toEqual(completed.body);
    const late = await decide(review.id, [revoke(review.items[0])]);
    expect(late).toMatchObject({
      status: 409,
      body: { code: 'review-completed' },
    });
    const refresh = await app.call(
      'lead',
      'post',
      `/reviews/${review.id}/refreshes`,
    );
    expect(refresh.status).toBe(409);
    expect(await get(review.id, 'auditor')).toMatchObject({
      items: completed.body.items.map((item: Item) => ({ id: item.id })),
    });
    // And the next one can start.
    expect((await start()).id).not.toBe(review.id);
  });

  it('takes a machine token, a cluster credential and a role away at once', async () => {
    const review = await start('admin');
    // The administrator is of another team and may not look into the clusters.
    expect(review.sources).toContainEqual(
      expect.objectContaining({ kind: 'cluster-credential', state: 'failed' }),
    );
    const full = await get(review.id);
    const token = itemOf(full, 'machine-token', 'uitrol');
    const credential = itemOf(full, 'cluster-credential', 'pijplijn');
    const decided = await decide(review.id, [
      revoke(token),
      revoke(credential),
    ]);
    expect(decided.status).toBe(200);
    expect(itemOf(decided.body, 'machine-token', 'uitrol')).toMatchObject({
      decision: 'revoke',
      reason: 'Werkt hier niet meer',
      decidedBy: toUserRef('lead'),
      decidedAt: expect.any(String),
    });
    expect(app.portal.tokens[0].state).toBe('revoked');
    expect(app.portal.credentials[0].revokedAt).toBeDefined();

    const role = itemOf(full, 'role-grant', toUserRef('lead'));
    await decide(review.id, [revoke(role)], 'admin');
    expect((await app.getSnapshot()).grants).toHaveLength(1);
    const rows = await knex('role_grants').whereNotNull('ended_at');
    expect(rows).toMatchObject([{ revoked_by: toUserRef('admin') }]);
    expect(app.audited).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          eventId: 'access-revoke',
          status: 'succeeded',
          object: 'uitrol',
          team: TEAM,
          actor: toUserRef('lead'),
        }),
        expect.objectContaining({
          eventId: 'access-revoke',
          object: toUserRef('lead'),
          kind: 'role-grant',
        }),
      ]),
    );
  });

  it('takes a member out of the team until the identity provider does so', async () => {
    const review = await start();
    const member = itemOf(review, 'member', toUserRef('dev'));
    const { body } = await decide(review.id, [revoke(member)]);
    expect(itemOf(body, 'member', toUserRef('dev'))).toMatchObject({
      followUp: expect.stringMatching(/identiteitsprovider.*kubectl/),
    });
    expect((await app.getSnapshot()).revokedMembers).toEqual([
      { userEntityRef: toUserRef('dev'), team: TEAM },
    ]);
    expect((await app.call('dev', 'get', '/me')).body.teams).toEqual([]);
    // Still in the group there: the next review shows it, with the reason.
    await decideAll(await get(review.id));
    await complete(review.id);
    const next = await start();
    expect(itemOf(next, 'member', toUserRef('dev'))).toMatchObject({
      access: expect.stringContaining('in het portaal al ingetrokken'),
    });
    expect(await app.signIn('dev', [])).toEqual([]);
    expect((await app.getSnapshot()).revokedMembers).toEqual([]);
  });

  it('says who takes away a role that is in the configuration', async () => {
    const review = await start('admin', PRIVILEGED_ROLES_TEAM);
    expect(review.sources).toEqual([
      expect.objectContaining({ kind: 'role-grant', state: 'gathered' }),
    ]);
    const item = itemOf(review, 'role-grant', toGroupRef('beheer'));
    const { body } = await app
      .call('admin', 'post', `/reviews/${review.id}/decisions`, {
        'Accept-Language': 'en',
      })
      .send({ items: [revoke(item)] });
    expect(body.items).toMatchObject([
      {
        access: 'Role Administrator (from the configuration)',
        decision: 'revoke',
        followUp: expect.stringContaining('permission.roles.administrator'),
      },
    ]);
    expect((await complete(review.id, 'admin')).status).toBe(200);
  });

  it('shows a source that fails, does not close with it, and tries again', async () => {
    app.portal.status = { 'machine-access': 503, 'free-tier': 403 };
    const review = await start();
    const states = (body: { sources: { kind: string; state: string }[] }) =>
      Object.fromEntries(body.sources.map(({ kind, state }) => [kind, state]));
    expect(states(review)).toEqual({
      member: 'gathered',
      'role-grant': 'gathered',
      'machine-token': 'failed',
      'cluster-credential': 'failed',
    });
    const [failure] = review.sources.filter(
      ({ kind }: { kind: string }) => kind === 'machine-token',
    );
    expect(failure.failure).toMatch(/niet bereikbaar/);
    expect(JSON.stringify(review)).not.toContain('geheim');
    await decideAll(review);
    const refused = await complete(review.id);
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'review-source-failed' },
    });
    app.portal.status = {};
    const opened = await get(review.id);
    expect(opened.itemCount).toBe(5);
    expect(opened.decidedCount).toBe(3);
    // Fails again at the last look.
    await decideAll(opened);
    app.portal.status = { 'machine-access': 500 };
    expect((await complete(review.id)).status).toBe(409);
    app.portal.status = {};
    expect((await complete(review.id)).status).toBe(200);
  });

  it('never takes a list for whole of which the reviewer sees a part', async () => {
    const states = ({ sources }: { sources: { state: string }[] }) =>
      sources.map(({ state }) => state);
    const review = await start('lead-from-outside');
    expect(states(review)).toEqual([
      'gathered',
      'gathered',
      'failed',
      'failed',
    ]);
    // An administrator may see every token, but not into the clusters.
    expect(states(await get(review.id, 'admin'))).toEqual([
      'gathered',
      'gathered',
      'gathered',
      'failed',
    ]);
    expect(states(await get(review.id, 'lead'))).toEqual(
      Array(4).fill('gathered'),
    );
  });

  it('reports what could not be revoked, and loses nothing of the rest', async () => {
    const review = await start();
    const token = itemOf(review, 'machine-token', 'uitrol');
    const credential = itemOf(review, 'cluster-credential', 'pijplijn');
    app.portal.status = { 'machine-access': 503 };
    const { body } = await decide(review.id, [
      revoke(token),
      revoke(credential),
    ]);
    expect(itemOf(body, 'machine-token', 'uitrol')).toMatchObject({
      failure: expect.stringContaining('niet bereikbaar'),
    });
    expect(itemOf(body, 'machine-token', 'uitrol').decision).toBeUndefined();
    expect(itemOf(body, 'cluster-credential', 'pijplijn').decision).toBe(
      'revoke',
    );
    expect(body.decidedCount).toBe(1);
    expect(app.audited.slice(-2)).toMatchObject([
      { eventId: 'access-revoke', status: 'failed', object: 'uitrol' },
      { eventId: 'access-revoke', status: 'succeeded', object: 'pijplijn' },
    ]);
    // Its end is not known, so it cannot be confirmed meanwhile.
    app.portal.status = {};
    const confirmed = await decide(review.id, [confirm(token)]);
    expect(confirmed).toMatchObject({
      status: 409,
      body: { code: 'item-revoked-already' },
    });
    const again = await decide(review.id, [revoke(token), revoke(credential)]);
    expect(again.body.decidedCount).toBe(2);
    expect(app.portal.tokens[0].state).toBe('revoked');
  });

  it('settles a revocation whose answer was lost by looking again', async () => {
    const review = await start();
    const token = itemOf(review, 'machine-token', 'uitrol');
    app.portal.status = { 'machine-access': 503 };
    await decide(review.id, [revoke(token)]);
    app.portal.status = {};
    const refresh = () =>
      app.call('lead', 'post', `/reviews/${review.id}/refreshes`);
    // Still there long after: it did not succeed, and is decided about again.
    await knex('review_items')
      .where({ id: token.id })
      .update({ decided_at: new Date(Date.now() - 120_000) });
    const undecided = await refresh();
    expect(undecided.status).toBe(200);
    expect((await decide(review.id, [confirm(token)])).status).toBe(200);
    await decide(review.id, [revoke(token)]);
    // Not there any more: it did.
    const credential = itemOf(review, 'cluster-credential', 'pijplijn');
    app.portal.status = { 'free-tier': 503 };
    await decide(review.id, [revoke(credential)]);
    app.portal.status = {};
    app.portal.credentials = [];
    const settled = await refresh();
    expect(
      itemOf(settled.body, 'cluster-credential', 'pijplijn'),
    ).toMatchObject({ decision: 'revoke', decidedBy: toUserRef('lead') });
  });

  it('takes new access in and what is gone out when it is refreshed', async () => {
    const review = await start();
    await decide(review.id, [
      confirm(itemOf(review, 'member', toUserRef('dev'))),
    ]);
    await app.signIn('second-admin', ['burgerzaken']);
    await app.signIn('dev', []);
    app.portal.tokens = [];
    const { body } = await app.call(
      'lead',
      'post',
      `/reviews/${review.id}/refreshes`,
    );
    const subjects = body.items.map(({ subject }: Item) => subject);
    expect(subjects).toContain(toUserRef('second-admin'));
    expect(subjects).toContain(toUserRef('dev'));
    expect(subjects).not.toContain('uitrol');
  });

  it('leaves the own access to somebody else', async () => {
    const review = await start();
    const own = itemOf(review, 'member', toUserRef('lead'));
    expect(own).toMatchObject({ isOwn: true });
    const other = itemOf(review, 'member', toUserRef('dev'));
    const refused = await decide(review.id, [confirm(other), confirm(own)]);
    expect(refused).toMatchObject({
      status: 403,
      body: { code: 'own-access' },
    });
    expect((await get(review.id)).decidedCount).toBe(0);
    expect((await decide(review.id, [confirm(own)], 'admin')).status).toBe(200);
  });

  it('lets a later revocation overrule a confirmation, and not the other way round', async () => {
    const review = await start();
    const member = itemOf(review, 'member', toUserRef('dev'));
    await decide(review.id, [confirm(member)]);
    const first = itemOf(await get(review.id), 'member', toUserRef('dev'));
    await decide(review.id, [confirm(member)], 'admin');
    // The same decision once more is not a new one.
    expect(itemOf(await get(review.id), 'member', toUserRef('dev'))).toEqual(
      first,
    );
    const [a, b] = await Promise.all([
      decide(review.id, [revoke(member)]),
      decide(review.id, [revoke(member)], 'admin'),
    ]);
    expect([a.status, b.status]).toEqual([200, 200]);
    expect((await decide(review.id, [confirm(member)])).status).toBe(409);
  });

  it.each([
    [undefined, { items: 'field-required' }],
    [[], { items: 'field-not-list' }],
    ['x', { items: 'field-not-list' }],
    [Array(51).fill({}), { items: 'field-not-list' }],
    [['x'], { 'items[0]': 'field-not-object' }],
    [
      [{ itemId: UNKNOWN_ID, decision: 'maybe', x: 1 }],
      {
        'items[0].decision': 'field-not-allowed-value',
        'items[0].x': 'field-unknown',
      },
    ],
    [
      [{ itemId: UNKNOWN_ID, decision: 'revoke' }],
      {
        'items[0].itemId': 'item-unknown',
        'items[0].reason': 'field-required',
      },
    ],
    [
      [{ decision: 'confirm', reason: 7 }],
      {
        'items[0].itemId': 'field-required',
        'items[0].reason': 'field-not-text',
      },
    ],
  ])('refuses decisions such as %j', async (items, codes) => {
    const review = await start();
    const { status, body } = await app
      .call('lead', 'post', `/reviews/${review.id}/decisions`)
      .send({ items });
    expect(status).toBe(400);
    const found = body.errors.map((error: { field: string; code: string }) => [
      error.field,
      error.code,
    ]);
    expect(Object.fromEntries(found)).toEqual(codes);
  });

  it('refuses the same item twice, and a reason that is too long', async () => {
    const review = await start();
    const member = itemOf(review, 'member', toUserRef('dev'));
    const { body } = await decide(review.id, [
      { ...revoke(member), reason: 'x'.repeat(501) },
      confirm(member),
    ]);
    expect(body.errors).toMatchObject([
      { field: 'items[0].reason', code: 'field-too-long' },
      { field: 'items[1].itemId', code: 'item-twice' },
    ]);
  });

  it('starts one review of a team at a time, and none of an unknown team', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        app.call('lead', 'post', '/reviews').send({ team: TEAM }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([
      201, 409, 409, 409, 409,
    ]);
    const unknown = await app
      .call('admin', 'post', '/reviews')
      .send({ team: toGroupRef('nergens') });
    expect(unknown).toMatchObject({
      status: 400,
      body: { errors: [{ field: 'team', code: 'team-unknown' }] },
    });
    const malformed = await app
      .call('admin', 'post', '/reviews')
      .send({ team: 'x', y: 1 });
    expect(malformed.body.errors).toMatchObject([
      { field: 'team', code: 'team-not-group' },
      { field: 'y', code: 'field-unknown' },
    ]);
  });

  it('shows reviews only to whoever may see those of the team', async () => {
    await app.signIn('other-lead');
    const ours = await start();
    const theirs = await start('other-lead', toGroupRef('vergunningen'));
    const listOf = async (name: string, query = '') => {
      const { body } = await app.call(name, 'get', `/reviews${query}`);
      return body.items.map((item: { id: string }) => item.id).sort();
    };
    expect(await listOf('lead')).toEqual([ours.id]);
    expect(await listOf('other-lead')).toEqual([theirs.id]);
    expect(await listOf('auditor')).toEqual([ours.id, theirs.id].sort());
    expect(await listOf('auditor', `?team=${TEAM}&state=open`)).toEqual([
      ours.id,
    ]);
    expect(await listOf('auditor', '?state=completed')).toEqual([]);
    const invalid = await app.call('lead', 'get', '/reviews?state=x&z=1');
    expect(invalid.status).toBe(400);

    for (const [method, path] of [
      ['get', `/reviews/${theirs.id}`],
      ['post', `/reviews/${theirs.id}/refreshes`],
      ['post', `/reviews/${theirs.id}/completion`],
      ['get', `/reviews/${UNKNOWN_ID}`],
      ['get', '/reviews/x'],
    ] as const) {
      const answer = await app.call('lead', method, path);
      expect(answer).toMatchObject({
        status: 404,
        body: { code: 'review-not-found' },
      });
    }
    const decided = await decide(theirs.id, [confirm(theirs.items[0])]);
    expect(decided.status).toBe(404);
  });

  it('lets whoever may only read do nothing but that', async () => {
    const review = await start();
    app.portal.calls = [];
    expect(await get(review.id, 'auditor')).toMatchObject({
      permissions: { decide: false },
    });
    expect(app.portal.calls).toEqual([]);
    const answers = [
      await decide(review.id, [confirm(review.items[0])], 'auditor'),
      await complete(review.id, 'auditor'),
      await app.call('auditor', 'post', `/reviews/${review.id}/refreshes`),
      await app.call('auditor', 'post', '/reviews').send({ team: TEAM }),
      await app.call('dev', 'get', '/reviews'),
      await app
        .call('lead', 'post', '/reviews')
        .send({ team: toGroupRef('vergunningen') }),
    ];
    expect(answers.map(({ status }) => status)).toEqual(Array(6).fill(403));
    expect(
      app.audited.filter(({ status }) => status === 'failed'),
    ).toHaveLength(6);
  });

  it.each([
    ['get', '/reviews'],
    ['post', '/reviews'],
    ['get', `/reviews/${UNKNOWN_ID}`],
    ['post', `/reviews/${UNKNOWN_ID}/decisions`],
    ['post', `/reviews/${UNKNOWN_ID}/refreshes`],
    ['post', `/reviews/${UNKNOWN_ID}/completion`],
  ] as const)('does not answer %s %s to nobody', async (method, path) => {
    expect((await app.call(undefined, method, path)).status).toBe(401);
  });
});
