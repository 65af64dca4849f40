import { randomUUID } from 'node:crypto';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createMigratedDatabases } from '../__testUtils__/testDatabase';
import { DatabaseRequestedBuilds } from './DatabaseRequestedBuilds';

jest.setTimeout(60_000);

const initDatabase = createMigratedDatabases();
const START = Date.parse('2027-01-11T09:00:00Z');
const REF = 'component:default/dienst';

async function setUp() {
  const knex = await initDatabase();
  const clock = { now: START };
  const now = () => new Date(clock.now);
  return { builds: new DatabaseRequestedBuilds(knex, { now }), clock, knex };
}

describe('DatabaseRequestedBuilds', () => {
  it('begins one build of an entity, however many ask at once', async () => {
    const { builds } = await setUp();
    const ids = Array.from({ length: 20 }, () => randomUUID());
    const begun = await Promise.all(ids.map(id => builds.begin(REF, id)));
    expect(new Set(begun).size).toBe(1);
    expect(ids).toContain(begun[0]);

    const other = randomUUID();
    expect(await builds.begin('component:default/ander', other)).toBe(other);

    await builds.end(begun[0], { log: 'gemaakt' });
    expect(await builds.find(begun[0])).toMatchObject({
      entityRef: REF,
      state: 'succeeded',
      log: 'gemaakt',
      endedAt: new Date(START),
    });
    const next = randomUUID();
    expect(await builds.begin(REF, next)).toBe(next);
    expect(await builds.find(begun[0])).toBeUndefined();
    expect(await builds.find(next)).toMatchObject({
      state: 'running',
      log: '',
      endedAt: undefined,
    });
  });

  it('takes a build that says nothing any more for interrupted, and begins another', async () => {
    const { builds, clock } = await setUp();
    const [first, second] = [randomUUID(), randomUUID()];
    await builds.begin(REF, first);
    clock.now += 20_000;
    await builds.keepAlive(first, 'halverwege: \0.');
    clock.now += 20_000;
    expect(await builds.find(first)).toMatchObject({
      state: 'running',
      log: 'halverwege: .',
    });
    expect(await builds.begin(REF, second)).toBe(first);

    clock.now += 20_000;
    expect(await builds.find(first)).toMatchObject({ state: 'interrupted' });
    expect(await builds.begin(REF, second)).toBe(second);

    // the one that was silent turns up again: the newest is not touched
    await builds.keepAlive(first, 'toch nog');
    await builds.end(first, { reason: 'toch nog', log: 'toch nog' });
    expect(await builds.find(second)).toMatchObject({
      state: 'running',
      log: '',
    });
  });

  it('forgets what was built a week ago', async () => {
    const { builds, clock, knex } = await setUp();
    const id = randomUUID();
    await builds.begin(REF, id);
    await builds.end(id, { reason: 'stuk', log: 'stuk' });
    clock.now += 8 * 24 * 3_600_000;
    await builds.begin('component:default/ander', randomUUID());
    expect(await knex('requested_builds').pluck('entity_ref')).toEqual([
      'component:default/ander',
    ]);
  });
});

it('20261124090000_create_requested_builds goes up and down, also with data', async () => {
  const { builds, knex } = await setUp();
  const id = randomUUID();
  await builds.begin(REF, id);
  const migrations = {
    directory: resolvePackagePath(
      '@nerds/plugin-techdocs-backend-module-nerds',
      'migrations',
    ),
    tableName: 'nerds_docs_migrations',
  };
  const name = '20261124090000_create_requested_builds.js';
  await knex.migrate.down({ ...migrations, name });
  expect(await knex.schema.hasTable('requested_builds')).toBe(false);
  expect(await knex.schema.hasTable('failed_builds')).toBe(true);
  await knex.migrate.latest(migrations);
  expect(await builds.find(id)).toBeUndefined();
});
