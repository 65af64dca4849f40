import { mockCredentials } from '@backstage/backend-test-utils';
import {
  EVENT,
  startAuditLog,
  type RunningAuditLog,
} from './__testUtils__/startAuditLog';

describe('the API of the audit log', () => {
  let portal: RunningAuditLog;
  const sequences = (answer: any) =>
    answer.body.items.map(({ sequence }: any) => sequence);

  beforeAll(async () => {
    portal = await startAuditLog();
    await portal.append(
      {},
      {
        act: 'free-tier.cluster-delete',
        severity: 'high',
        correlationId: 'two',
      },
      { actor: 'user:default/jan', teams: ['group:default/vergunningen'] },
      {
        actor: 'user:default/jan',
        result: 'refused',
        reason: 'NotAllowedError',
      },
      {
        actor: 'plugin:catalog',
        teams: [],
        object: '=1+1',
        plugin: 'catalog',
        details: { a: 'x"y' },
      },
      {
        at: '2026-12-02T00:00:00.000Z',
        teams: ['group:default/burgerzaken', 'group:default/vergunningen'],
      },
    );
  });
  afterAll(() => portal.stop());

  it('shows everything to who may see it, newest first, as it was written', async () => {
    const answer = await portal.call('get', '/events', 'auditor');
    expect(answer.status).toBe(200);
    expect(sequences(answer)).toEqual([6, 5, 4, 3, 2, 1]);
    expect(answer.body.items[5]).toEqual({
      ...EVENT,
      sequence: 1,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(answer.body.nextCursor).toBeUndefined();
  });

  it('shows people their own acts and those on the things of their teams', async () => {
    // event 4 was jan's, on a thing of burgerzaken
    expect(sequences(await portal.call('get', '/events', 'sanne'))).toEqual([
      6, 4, 2, 1,
    ]);
    expect(sequences(await portal.call('get', '/events', 'jan'))).toEqual([
      6, 4, 3,
    ]);
    // a filter never shows more
    expect(
      sequences(
        await portal.call(
          'get',
          '/events?team=group:default/vergunningen',
          'sanne',
        ),
      ),
    ).toEqual([6]);
    expect(
      sequences(
        await portal.call('get', '/events?actor=plugin:catalog', 'sanne'),
      ),
    ).toEqual([]);
  });

  it.each([
    ['act=free-tier.cluster-delete', [2]],
    ['actor=user:default/jan', [4, 3]],
    ['object=%3D1%2B1', [5]],
    ['result=refused', [4]],
    ['team=group:default/vergunningen', [6, 3]],
    ['severity=high', [2]],
    ['plugin=catalog', [5]],
    ['correlationId=two', [2]],
    ['from=2026-12-02T00:00:00Z', [6]],
    ['to=2026-12-02T01:00:00%2B01:00', [5, 4, 3, 2, 1]],
    ['from=2026-12-01T00:00:00Z&to=2026-12-02T00:00:00Z&result=refused', [4]],
    ['act=&result=', [6, 5, 4, 3, 2, 1]],
  ])('filters by %s', async (query, expected) => {
    expect(
      sequences(await portal.call('get', `/events?${query}`, 'auditor')),
    ).toEqual(expected);
  });

  it('pages without a gap or a repeat, also while events come in', async () => {
    const first = await portal.call('get', '/events?limit=2', 'sanne');
    expect(sequences(first)).toEqual([6, 4]);
    await portal.append({ act: 'test.meanwhile' });
    const second = await portal.call(
      'get',
      `/events?limit=2&cursor=${first.body.nextCursor}`,
      'sanne',
    );
    expect(sequences(second)).toEqual([2, 1]);
    expect(second.body.nextCursor).toBeUndefined();
  });

  it.each([
    ['limit=0', 'limit', 'field-out-of-range'],
    ['limit=201', 'limit', 'field-out-of-range'],
    ['limit=ten', 'limit', 'field-out-of-range'],
    ['cursor=%00', 'cursor', 'field-not-text'],
    ['cursor=abc', 'cursor', 'cursor-not-valid'],
    ['result=perhaps', 'result', 'field-not-allowed-value'],
    ['severity=urgent', 'severity', 'field-not-allowed-value'],
    ['from=yesterday', 'from', 'field-not-moment'],
    ['to=2026-12-01', 'to', 'field-not-moment'],
    ['actor=a&actor=b', 'actor', 'field-not-text'],
    ['team[x]=y', 'team', 'field-not-text'],
    [`act=${'x'.repeat(501)}`, 'act', 'field-too-long'],
    ['who=me', 'who', 'field-unknown'],
  ])('refuses %s', async (query, field, code) => {
    const answer = await portal.call('get', `/events?${query}`, 'auditor');
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({
      code: 'validation-failed',
      errors: [{ field, code }],
    });
  });

  it('answers nobody who is not signed in or not allowed', async () => {
    for (const [method, path] of [
      ['get', '/events'],
      ['get', '/events/export?format=csv'],
      ['post', '/verifications'],
    ] as const) {
      expect((await portal.call(method, path)).status).toBe(401);
      const refused = await portal.call(method, path, 'nobody');
      expect(refused.status).toBe(403);
      expect(refused.body.code).toBe('not-allowed');
    }
    expect((await portal.call('get', '/openapi.json')).status).toBe(200);
    expect((await portal.call('get', '/events/1', 'auditor')).status).toBe(404);
    expect((await portal.call('post', '/verifications', 'sanne')).status).toBe(
      403,
    );
    const refusals = (await portal.readOwnEvents()).filter(
      ({ result }) => result === 'refused',
    );
    expect(refusals.map(({ act, actor }) => [act, actor])).toEqual([
      ['audit-log.event-fetch', 'user:default/nobody'],
      ['audit-log.event-export', 'user:default/nobody'],
      ['audit-log.chain-verify', 'user:default/nobody'],
      ['audit-log.chain-verify', 'user:default/sanne'],
    ]);
  });

  it('exports what one may see, and puts that on record', async () => {
    const jsonl = await portal.call(
      'get',
      '/events/export?format=jsonl&from=2026-12-01T00:00:00Z&actor=user:default/jan',
      'sanne',
    );
    expect(jsonl.headers['content-disposition']).toMatch(
      /^attachment; filename="audit-log-\d{4}-\d\d-\d\d\.jsonl"$/,
    );
    const text: string = jsonl.text ?? jsonl.body.toString();
    const lines = text
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines.map(({ sequence }) => sequence)).toEqual([4]);

    const csv = await portal.call(
      'get',
      '/events/export?format=csv&plugin=catalog',
      'auditor',
    );
    expect(csv.headers['content-type']).toBe(
      'text/csv; charset=utf-8; header=present',
    );
    const [header, line] = csv.text.split('\r\n');
    expect(header).toMatch(/^sequence,at,act,object,/);
    // no formula, and quotes that stay inside their cell
    expect(line).toContain(`"'=1+1"`);
    expect(line).toContain('"{""a"":""x\\""y""}"');

    const exports = (await portal.readOwnEvents()).filter(
      ({ act, result }) =>
        act === 'audit-log.event-export' && result === 'succeeded',
    );
    expect(exports).toMatchObject([
      {
        actor: 'user:default/sanne',
        details: {
          format: 'jsonl',
          count: 1,
          isComplete: true,
          filter: { actor: 'user:default/jan' },
        },
      },
      { actor: 'user:default/auditor', details: { format: 'csv', count: 1 } },
    ]);
    expect(
      (await portal.call('get', '/events/export?format=xml', 'auditor')).status,
    ).toBe(400);
    expect((await portal.call('get', '/events/export', 'auditor')).status).toBe(
      400,
    );
  });

  it('exports more than one batch, in order', async () => {
    await portal.log.query(
      'portal',
      `SELECT audit.append($1::jsonb || jsonb_build_object('object', 'many:' || n)) FROM generate_series(1, 1200) AS n`,
      [JSON.stringify({ ...EVENT, plugin: 'many' })],
    );
    const csv = await portal.call(
      'get',
      '/events/export?format=csv&plugin=many',
      'auditor',
    );
    const lines = csv.text.trim().split('\r\n').slice(1);
    expect(lines).toHaveLength(1200);
    expect(lines[0]).toContain('"many:1"');
    expect(lines[1199]).toContain('"many:1200"');
  });

  it('offers the same to actions, with the rights of who asks', async () => {
    const list = (name: string) =>
      portal.actions.invoke({
        id: 'test:list-events',
        input: { result: 'refused', limit: 1 },
        credentials: mockCredentials.user(`user:default/${name}`),
      } as any);
    const { output } = (await list('sanne')) as any;
    expect(output.items).toMatchObject([{ result: 'refused' }]);
    await expect(list('nobody')).rejects.toThrow('You may not do this');
    await expect(
      portal.actions.invoke({
        id: 'test:verify',
        input: {},
        credentials: mockCredentials.service(),
      } as any),
    ).rejects.toThrow('Only people and machines');
    const verified = (await portal.actions.invoke({
      id: 'test:verify',
      input: {},
      credentials: mockCredentials.user('user:default/auditor'),
    } as any)) as any;
    expect(verified.output.state).toBe('intact');
  });

  it('checks the chain, and finds what somebody changed behind its back', async () => {
    const intact = await portal.call('post', '/verifications', 'auditor');
    expect(intact.status).toBe(200);
    expect(intact.body).toMatchObject({ state: 'intact', firstSequence: 1 });
    expect(intact.body.checkedCount).toBe(intact.body.lastSequence);

    await portal.log.query(
      'superuser',
      `ALTER TABLE audit.events DISABLE TRIGGER ALL`,
    );
    await portal.log.query(
      'superuser',
      `DELETE FROM audit.events WHERE sequence = 700`,
    );
    const missing = await portal.call('post', '/verifications', 'auditor');
    expect(missing.body).toMatchObject({
      state: 'broken',
      brokenAt: 700,
      checkedCount: 699,
    });
    await portal.log.query(
      'superuser',
      `UPDATE audit.events SET payload = payload || '{"actor":"user:default/other"}' WHERE sequence = 2`,
    );
    const changed = await portal.call('post', '/verifications', 'auditor');
    expect(changed.body).toMatchObject({ state: 'broken', brokenAt: 2 });
    const last = (await portal.readOwnEvents()).pop();
    expect(last).toMatchObject({
      act: 'audit-log.chain-verify',
      actor: 'user:default/auditor',
      details: { state: 'broken', brokenAt: 2 },
    });
  });
});

describe('the API of the audit log while its database is down', () => {
  it('answers that, and nothing about the database', async () => {
    const portal = await startAuditLog({
      connection: 'postgresql://a:b@127.0.0.1:1/none',
    });
    try {
      const answer = await portal.call('get', '/events', 'auditor');
      expect(answer.status).toBe(503);
      expect(answer.headers['retry-after']).toBeDefined();
      expect(answer.text).not.toMatch(/ECONNREFUSED|127\.0\.0\.1/);
      const verification = await portal.call(
        'post',
        '/verifications',
        'auditor',
      );
      expect(verification.status).toBe(503);
    } finally {
      await portal.stop();
    }
  });
});
