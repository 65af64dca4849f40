import { mockServices } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { createMigratedDatabases } from '../__testUtils__/testDatabase';
import { DatabaseFailedBuilds } from './DatabaseFailedBuilds';

jest.setTimeout(60_000);

const initDatabase = createMigratedDatabases();
const START = Date.parse('2027-01-11T09:00:00Z');
const HOUR_MS = 3_600_000;
const FAILURE = {
  etag: 'a'.repeat(40),
  reason: 'Aborted with a configuration error!',
  log: "ERROR   Config value 'nav'\nAborted with a configuration error!",
  failedAt: new Date(START),
};

async function setUp() {
  const knex = await initDatabase();
  const logger = mockServices.logger.mock();
  const clock = { now: START };
  const builds = new DatabaseFailedBuilds(knex, {
    keepMs: HOUR_MS,
    logger,
    now: () => new Date(clock.now),
  });
  return { builds, clock, knex, logger };
}

describe('DatabaseFailedBuilds', () => {
  it('keeps the last failure of a site, for whoever asks next', async () => {
    const { builds, knex, logger } = await setUp();
    await builds.remember('dienst', { ...FAILURE, etag: 'before' });
    await builds.remember('dienst', { ...FAILURE, log: 'nul: \0.' });
    const restarted = new DatabaseFailedBuilds(knex, {
      keepMs: HOUR_MS,
      logger,
      now: () => new Date(START),
    });
    expect(await restarted.find('dienst')).toEqual({
      ...FAILURE,
      log: 'nul: .',
    });
    expect(await restarted.find('andere dienst')).toBeUndefined();
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('forgets one when asked, and all after a while', async () => {
    const { builds, clock, knex } = await setUp();
    await builds.remember('een', FAILURE);
    await builds.remember('twee', FAILURE);
    await builds.forget('een');
    expect(await builds.find('een')).toBeUndefined();
    expect(await builds.find('twee')).toBeDefined();

    clock.now = START + HOUR_MS;
    expect(await builds.find('twee')).toBeUndefined();
    const failedAt = new Date(clock.now);
    await builds.remember('drie', { ...FAILURE, failedAt });
    expect(await knex('failed_builds').pluck('site')).toEqual(['drie']);
  });

  it('lets documentation be made when the database is not there', async () => {
    const { builds, knex, logger } = await setUp();
    await knex.schema.dropTable('failed_builds');
    await builds.remember('dienst', FAILURE);
    expect(await builds.find('dienst')).toBeUndefined();
    await builds.forget('dienst');
    expect(logger.warn).toHaveBeenCalledTimes(3);
  });
});

it('20261123140000_create_failed_builds goes up and down, also with data', async () => {
  const { builds, knex } = await setUp();
  await builds.remember('dienst', FAILURE);
  const migrations = {
    directory: resolvePackagePath(
      '@nerds/plugin-techdocs-backend-module-nerds',
      'migrations',
    ),
    tableName: 'nerds_docs_migrations',
  };
  // the newest first, down to this one
  await knex.migrate.rollback(migrations, true);
  expect(await knex.schema.hasTable('failed_builds')).toBe(false);
  await knex.migrate.latest(migrations);
  expect(await builds.find('dienst')).toBeUndefined();
});
