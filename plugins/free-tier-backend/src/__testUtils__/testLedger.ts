import { randomUUID } from 'node:crypto';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import type { NewCluster } from '../database/ClusterStore';
import {
  DatabaseClusterStore,
  migrateDatabase,
} from '../database/DatabaseClusterStore';
import { DatabaseClusterWorkQueue } from '../database/DatabaseClusterWorkQueue';
import { DatabaseCredentialStore } from '../database/DatabaseCredentialStore';

const DAY_MS = 24 * 60 * 60 * 1000;

/** An instant that tests count from. */
export const NOW = new Date('2026-11-23T09:00:00.000Z');

/** The real stores on a database of their own. */
export interface TestLedger {
  knex: Knex;
  store: DatabaseClusterStore;
  queue: DatabaseClusterWorkQueue;
  credentials: DatabaseCredentialStore;
}

/**
 * Call once per test file; gives the file's tests databases on PostgreSQL 18.
 * Where that is not to be had, the tests fail rather than pass unseen.
 */
export function createTestDatabases(): () => Promise<Knex> {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  return () => databases.init('POSTGRES_18');
}

export async function createTestLedger(knex: Knex): Promise<TestLedger> {
  await migrateDatabase({ getClient: async () => knex });
  return {
    knex,
    store: new DatabaseClusterStore(knex),
    queue: new DatabaseClusterWorkQueue(knex),
    credentials: new DatabaseCredentialStore(knex),
  };
}

export function buildNewCluster(
  overrides: Partial<NewCluster> = {},
): NewCluster {
  const id = overrides.id ?? randomUUID();
  return {
    id,
    name: `c-${id.slice(0, 8)}`,
    ownerRef: 'group:default/burgerzaken',
    tier: 'free',
    size: {
      name: 'small',
      quota: { pods: '20' },
      limitRange: { default: {}, defaultRequest: {}, max: {} },
    },
    region: 'local',
    purpose: 'test',
    kubernetesNamespace: `burgerzaken-${id}`,
    createdBy: 'user:default/dev-burgerzaken',
    createdAt: NOW,
    expiresAt: new Date(NOW.getTime() + 90 * DAY_MS),
    deadlineAt: new Date(NOW.getTime() + 60 * 60 * 1000),
    ...overrides,
  };
}

export const DEFAULT_CREATE_OPTIONS = {
  limit: 3,
  nameFreeWhenDeletedBefore: new Date(NOW.getTime() - 30 * DAY_MS),
};
