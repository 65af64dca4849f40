import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import type { IndexableDocument } from '@backstage/plugin-search-common';
import { TestPipeline } from '@backstage/plugin-search-backend-node';
import type { Knex } from 'knex';
import { DocumentIndex } from '../database/DocumentIndex';
import { DocumentStore } from '../database/DocumentStore';
import { migrateDatabase } from '../database/migrateDatabase';
import type { DescribedByUs } from '../documents/IndexedDocument';
import { DocumentIndexer } from '../engine/DocumentIndexer';

/** A document as a collator with our transformers gives it. */
export type TestDocument = IndexableDocument &
  DescribedByUs & { kind: string; type: string; owner?: string };

/** A document with what a test does not care about filled in. */
export function buildDocument(
  title: string,
  rest: Partial<TestDocument> = {},
): TestDocument {
  return {
    title,
    text: '',
    location: `/catalog/default/component/${title}`,
    kind: 'Component',
    type: 'service',
    readableBy: 'everyone',
    authorization: { resourceRef: `component:default/${title}` },
    ...rest,
  };
}

/**
 * Call once per test file; gives the file's tests databases on PostgreSQL 18.
 * Where that is not to be had, the tests fail rather than pass unseen.
 */
export function createTestDatabases(): () => Promise<Knex> {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  return () => databases.init('POSTGRES_18');
}

/** An index on a database, and what fills it as the collators do. */
export async function createTestIndex(knex: Knex) {
  await migrateDatabase({ getClient: async () => knex });
  const store = new DocumentStore(knex);
  const logger = mockServices.logger.mock();
  return {
    index: new DocumentIndex(knex),
    logger,
    fill: async (
      documents: IndexableDocument[],
      type = 'software-catalog',
    ): Promise<void> => {
      const { error } = await TestPipeline.fromIndexer(
        new DocumentIndexer({ type, store, logger }),
      )
        .withDocuments(documents)
        .execute();
      if (error) throw error;
    },
  };
}
