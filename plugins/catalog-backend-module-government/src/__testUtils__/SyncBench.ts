import { ConfigReader } from '@backstage/config';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { EntityProviderMutation } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { readGovernmentConfig, type SourceKey } from '../config';
import { DatabaseSourceItemStore } from '../database/DatabaseSourceItemStore';
import { ResponseStore } from '../database/ResponseStore';
import { ConditionalReader } from '../http/ConditionalReader';
import { SafeHttpClient } from '../http/SafeHttpClient';
import { ClaimIndex, type Claim } from '../readers/ClaimIndex';
import {
  OrganisationIndex,
  type KnownGroup,
} from '../readers/OrganisationIndex';
import type { CatalogLookup } from '../sync/CatalogLookup';
import { createReader } from '../sync/createReader';
import { SourceSync } from '../sync/SourceSync';
import { FakeRegisterServer } from './FakeRegisterServer';

const PATHS: Record<SourceKey, string> = {
  apiRegister: '/api-register',
  ossRegister: '/oss-register',
  algorithmRegister: '/algoritmes',
  organisations: '/waardelijsten',
};

/**
 * Runs of one source against the fake server, on a real database, with a
 * catalog that is a map and a clock that stands still until it is told.
 */
export class SyncBench {
  readonly catalog = new Map<string, Entity>();
  readonly mutationSizes: number[] = [];
  readonly errors: string[] = [];
  groups: KnownGroup[] = [];
  claims: Claim[] = [];
  now = new Date('2026-11-23T09:00:00Z');
  /** Called before each write to the catalog. */
  beforeMutation: (() => void) | undefined;

  constructor(
    private readonly options: {
      server: FakeRegisterServer;
      knex: Knex;
      key: SourceKey;
      config?: JsonObject;
    },
  ) {}

  get store(): DatabaseSourceItemStore {
    return new DatabaseSourceItemStore(this.options.knex);
  }

  passDays(days: number): void {
    this.now = new Date(this.now.getTime() + days * 24 * 60 * 60 * 1000);
  }

  async run(signal: AbortSignal = new AbortController().signal) {
    const { server, knex, key, config } = this.options;
    const [source] = readGovernmentConfig(
      new ConfigReader({
        catalog: {
          providers: {
            government: {
              [key]: {
                baseUrl: `${server.baseUrl}${PATHS[key]}`,
                apiKey: FakeRegisterServer.key,
                allowLoopback: true,
                retryDelay: { milliseconds: 1 },
                timeout: { seconds: 5 },
                ...config,
              },
            },
          },
        },
      }),
      {},
    );
    // Two runs at the same instant cannot be told apart.
    this.now = new Date(this.now.getTime() + 1000);
    const now = () => this.now;
    const client = new SafeHttpClient(source.http);
    try {
      const reader = await createReader(source, {
        reader: new ConditionalReader({
          client,
          responses: new ResponseStore(knex, source.sourceId),
          now,
        }),
        lookup: this.#createLookup(),
        now,
      });
      return await new SourceSync({
        sourceId: source.sourceId,
        reader,
        connection: { applyMutation: async change => this.#apply(change) },
        store: this.store,
        vanish: source.vanish,
        logger: { error: message => void this.errors.push(message) },
        now,
      }).run(signal);
    } finally {
      await client.close();
    }
  }

  /** Entities in the catalog by what they are called there. */
  titles(kind: string): string[] {
    return [...this.catalog.values()]
      .filter(entity => entity.kind === kind)
      .map(({ metadata }) => metadata.title ?? metadata.name)
      .sort();
  }

  find(title: string): Entity | undefined {
    return [...this.catalog.values()].find(
      ({ metadata }) => metadata.title === title,
    );
  }

  #createLookup() {
    const lookup: Pick<CatalogLookup, 'getOrganisations' | 'getClaims'> = {
      getOrganisations: async () => new OrganisationIndex(this.groups),
      getClaims: async () => new ClaimIndex(this.claims),
    };
    return lookup as CatalogLookup;
  }

  #apply(mutation: EntityProviderMutation): void {
    this.beforeMutation?.();
    if (mutation.type === 'full') throw new Error('One huge transaction');
    this.mutationSizes.push(mutation.added.length + mutation.removed.length);
    for (const { entity } of mutation.added) {
      this.catalog.set(stringifyEntityRef(entity), entity);
    }
    for (const removed of mutation.removed) {
      if ('entityRef' in removed) this.catalog.delete(removed.entityRef);
    }
  }
}
