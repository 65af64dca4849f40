import { FakeFreeTierServer } from '../__testUtils__/FakeFreeTierServer';
import { buildClient, buildRun } from '../__testUtils__/setUpAction';
import { createClusterAction } from './createClusterAction';

const REQUEST = {
  name: 'balie',
  owner: 'group:default/burgerzaken',
  tier: 'free',
  size: 'small',
  region: 'local',
  purpose: 'Proef met de nieuwe balie',
};
const CLUSTER = { id: '3f1c3c0e-8f0e-4a55-9c39-6d3c4d9c2b11', ...REQUEST };

function problem(status: number, detail: string, errors?: unknown[]) {
  return {
    status,
    body: { type: 'about:blank', title: 'x', status, detail, errors },
  };
}

describe('free-tier:cluster:create', () => {
  const server = new FakeFreeTierServer();
  beforeAll(() => server.start());
  afterAll(() => server.stop());
  const action = createClusterAction(buildClient(server));

  it('asks for the cluster in the name of the person who started the task', async () => {
    server.prepare({ status: 201, body: CLUSTER });
    const { context, log, outputs } = buildRun(REQUEST);
    await action.handler(context);

    const [request] = server.requests;
    expect(request).toMatchObject({
      method: 'POST',
      path: '/api/free-tier/v1/clusters',
      body: REQUEST,
      headers: { 'accept-language': 'nl' },
    });
    expect(request.headers.authorization).toContain(
      'user:default/dev-burgerzaken',
    );
    expect(outputs).toEqual({
      clusterId: CLUSTER.id,
      clusterName: 'balie',
      clusterUrl: `/clusters/${CLUSTER.id}`,
      connectUrl: `/clusters/${CLUSTER.id}#connect`,
    });
    expect(log).toEqual([
      'Cluster “balie” is aangevraagd voor group:default/burgerzaken.',
    ]);
  });

  it('writes no token to the log, whatever happens', async () => {
    for (const answer of [
      { status: 201, body: CLUSTER },
      problem(403, 'U mag dit niet.'),
    ]) {
      server.prepare(answer);
      const { context, log } = buildRun(REQUEST);
      const error = await action.handler(context).catch(caught => caught);
      const token = server.requests[0].headers.authorization!.slice(7);
      expect(token).not.toBe('');
      expect(`${log.join()} ${error?.stack} ${error?.cause}`).not.toContain(
        token,
      );
    }
  });

  it('sends the same key when a task runs the step again, and another for another task, step or item', async () => {
    server.prepare({ status: 201, body: CLUSTER });
    await action.handler(buildRun(REQUEST).context);
    await action.handler(buildRun(REQUEST).context);
    await action.handler(buildRun(REQUEST, { task: { id: 'task-2' } }).context);
    await action.handler(buildRun(REQUEST, { step: { id: 'other' } }).context);
    await action.handler(buildRun(REQUEST, { each: { key: 'a' } }).context);
    const keys = server.requests.map(
      request => request.headers['idempotency-key'] as string,
    );
    expect(keys[1]).toBe(keys[0]);
    expect(new Set(keys).size).toBe(4);
    keys.forEach(key => expect(key.length).toBeLessThanOrEqual(64));
  });

  it('does not ask again when the portal restarted after the cluster was asked for', async () => {
    server.prepare({ status: 201, body: CLUSTER });
    const stored = new Map<string, unknown>();
    // what the scaffolder does: a checkpoint that succeeded is not run again
    const checkpoint = async <T>(options: {
      key: string;
      fn: () => Promise<T> | T;
    }): Promise<T> => {
      if (!stored.has(options.key)) {
        stored.set(options.key, await options.fn());
      }
      return stored.get(options.key) as T;
    };
    await action.handler(buildRun(REQUEST, { checkpoint }).context);
    const { context, outputs } = buildRun(REQUEST, { checkpoint });
    await action.handler(context);
    expect(server.requests).toHaveLength(1);
    expect(outputs.clusterId).toBe(CLUSTER.id);
  });

  it('tries again with the same key when the connection drops or the portal is busy', async () => {
    server.prepare(
      {},
      {
        ...problem(503, 'Even geduld.'),
        headers: { 'Retry-After': '1' },
      },
      { status: 200, body: CLUSTER },
    );
    const { context, log, outputs } = buildRun(REQUEST);
    await action.handler(context);
    expect(outputs.clusterId).toBe(CLUSTER.id);
    expect(log.slice(0, 2)).toEqual([
      'De free tier geeft nu geen antwoord; over 1 s volgt een nieuwe poging.',
      'De free tier geeft nu geen antwoord; over 1 s volgt een nieuwe poging.',
    ]);
    const keys = server.requests.map(
      request => request.headers['idempotency-key'],
    );
    expect(new Set(keys).size).toBe(1);
  }, 10_000);

  it.each([
    [
      401,
      problem(401, 'Missing credentials'),
      'Uw aanmelding is verlopen. Meld u opnieuw aan en start de taak nog een keer.',
    ],
    [403, problem(403, 'U bent van geen enkel team lid.'), 'U bent van geen'],
    [
      409,
      problem(409, 'De naam “balie” is bezet.'),
      'De naam “balie” is bezet',
    ],
    [
      400,
      problem(400, 'Het verzoek klopt niet.', [
        { field: 'name', code: 'x', detail: 'Het veld “name” is te kort.' },
        { field: 'size', code: 'y', detail: 'Kies een grootte.' },
      ]),
      'Het veld “name” is te kort. Kies een grootte.',
    ],
    [418, { status: 418, body: '<html>' }, 'De free tier gaf een fout (418)'],
  ])(
    'answers %d with a clear sentence and without trying again',
    async (_, answer, sentence) => {
      server.prepare(answer);
      await expect(action.handler(buildRun(REQUEST).context)).rejects.toThrow(
        sentence,
      );
      expect(server.requests).toHaveLength(1);
    },
  );

  it('speaks English when told to', async () => {
    server.prepare({ status: 201, body: CLUSTER });
    const { context, log } = buildRun({ ...REQUEST, language: 'en' as const });
    await action.handler(context);
    expect(log).toEqual([
      'Cluster “balie” has been requested for group:default/burgerzaken.',
    ]);
    expect(server.requests[0].headers['accept-language']).toBe('en');
    expect(server.requests[0].body).toEqual(REQUEST);
  });

  it('stops waiting for a next attempt when the task is cancelled', async () => {
    server.prepare({
      ...problem(503, 'Even geduld.'),
      headers: { 'Retry-After': '60' },
    });
    const controller = new AbortController();
    const { context } = buildRun(REQUEST, { signal: controller.signal });
    const run = action.handler(context);
    setTimeout(() => controller.abort(), 200);
    await expect(run).rejects.toThrow('De taak is geannuleerd.');
  });

  describe('in a dry run', () => {
    it('checks the request and makes nothing', async () => {
      server.prepare({ status: 200, body: { valid: true, problems: [] } });
      const { context, log, outputs } = buildRun(REQUEST, { isDryRun: true });
      await action.handler(context);
      expect(server.requests.map(request => request.path)).toEqual([
        '/api/free-tier/v1/cluster-checks',
      ]);
      expect(log[0]).toContain('Er is niets gemaakt.');
      expect(outputs.clusterUrl).toMatch(/^\/clusters\/0{8}-/);
    });

    it('fails with what is wrong', async () => {
      server.prepare({
        status: 200,
        body: {
          valid: false,
          problems: [{ field: 'name', code: 'x', detail: 'De naam is bezet.' }],
        },
      });
      await expect(
        action.handler(buildRun(REQUEST, { isDryRun: true }).context),
      ).rejects.toThrow('De naam is bezet.');
    });
  });
});
