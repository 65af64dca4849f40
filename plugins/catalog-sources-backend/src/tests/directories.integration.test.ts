import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import keycloakModule from '@backstage-community/plugin-catalog-backend-module-keycloak';
import {
  RELATION_CHILD_OF,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import githubOrgModule from '@backstage/plugin-catalog-backend-module-github-org';
import type { SourceRunDetails } from '@nerds/plugin-catalog-sources-common';
import {
  ANNOTATION_SOURCE,
  validateEntity,
} from '@nerds/plugin-entity-model-common';
import type { Directory, DirectoryFailure } from '../__testUtils__/Directory';
import { FakeGithub } from '../__testUtils__/FakeGithub';
import { FakeKeycloak } from '../__testUtils__/FakeKeycloak';
import { startCatalog, type TestCatalog } from '../__testUtils__/startCatalog';
import { createTestDatabases } from '../__testUtils__/testDatabase';

jest.setTimeout(60_000);

const initDatabase = createTestDatabases();
const github = new FakeGithub();
const keycloak = new FakeKeycloak();

interface Case {
  /** How the ids of its sources start. */
  source: string;
  directory: Directory;
  tag: string;
}

const CASES: Case[] = [
  { source: 'github-org', directory: github, tag: 'github' },
  { source: 'keycloak', directory: keycloak, tag: 'keycloak' },
];

/** What access goes by. */
const TEAM_RELATIONS = [RELATION_CHILD_OF, RELATION_MEMBER_OF];

/** When somebody left, a team ended and somebody new came. */
const AFTERWARDS = {
  'group:default/balie': ['group:default/burgerzaken'],
  'group:default/burgerzaken': [],
  'user:default/an': ['group:default/burgerzaken'],
  'user:default/cees': ['group:default/balie'],
  'user:default/dina': [],
  'user:default/eva': [],
  'user:default/fien': ['group:default/burgerzaken'],
};

const SCHEDULE = {
  frequency: { trigger: 'manual' },
  timeout: { seconds: 60 },
};

describe('people and teams from a directory', () => {
  let catalog: TestCatalog;
  let runs: Record<string, SourceRunDetails>;

  beforeAll(async () => {
    await Promise.all(CASES.map(({ directory }) => directory.start()));
    const providers = CASES.map(({ directory }) =>
      directory.buildProviders(SCHEDULE),
    );
    catalog = await startCatalog({
      initDatabase,
      modules: [githubOrgModule, keycloakModule],
      config: {
        integrations: { github: [github.integration] },
        catalog: { providers: Object.assign({}, ...providers) },
      },
    });
  });
  afterAll(async () => {
    await catalog?.stop();
    await Promise.all(CASES.map(({ directory }) => directory.stop()));
  });

  /** All at once, for the scheduler takes seconds to start one. */
  const runAll = async () => {
    const outcomes = await Promise.all(
      CASES.map(({ source }) => catalog.run(`${source}:proef`)),
    );
    runs = Object.fromEntries(
      CASES.map(({ source }, index) => [source, outcomes[index]]),
    );
  };
  const listOf = async ({ source }: Case): Promise<Entity[]> => {
    const lists = await Promise.all(
      ['group', 'user'].map(kind => catalog.listEntities(kind)),
    );
    return lists
      .flat()
      .filter(
        ({ metadata }) =>
          metadata.annotations?.[ANNOTATION_SOURCE] === `${source}:proef`,
      );
  };
  /** With the teams that somebody is in, and the team that one is a part of. */
  const readTeams = async (test: Case): Promise<Record<string, string[]>> => {
    const entities = await listOf(test);
    return Object.fromEntries(
      entities.map(entity => [
        stringifyEntityRef(entity).replace(`-${test.tag}`, ''),
        targetsOf(entity).map(ref => ref.replace(`-${test.tag}`, '')),
      ]),
    );
  };
  /** The catalog writes what follows from a run a moment after it. */
  const waitForTeams = async (
    test: Case,
    expected: Record<string, string[]>,
  ) => {
    let found = await readTeams(test);
    for (let tries = 0; tries < 100; tries++) {
      if (isDeepStrictEqual(found, expected)) break;
      await sleep(100);
      found = await readTeams(test);
    }
    expect(found).toEqual(expected);
  };

  describe('the first time', () => {
    beforeAll(() => runAll());

    it.each(CASES)('all come in from $source', async ({ source }) => {
      expect(runs[source]).toMatchObject({
        state: 'succeeded',
        counts: { read: 8, added: 8, removed: 0, failed: 0 },
        itemErrors: [],
      });
      const found = await catalog.getSource(`${source}:proef`);
      expect(found).toMatchObject({ kind: 'organisation', isOverdue: false });
      expect(found.freshAt).toBe(found.endedAt);
      expect(found.durationMs).toBeGreaterThan(0);
    });

    it.each(CASES)(
      'they have from $source the names, teams and parents that access goes by',
      async test => {
        await waitForTeams(test, {
          'group:default/balie': ['group:default/burgerzaken'],
          'group:default/burgerzaken': [],
          'group:default/vergunningen': [],
          'user:default/an': [
            'group:default/burgerzaken',
            'group:default/vergunningen',
          ],
          'user:default/bram': ['group:default/burgerzaken'],
          'user:default/cees': ['group:default/balie'],
          'user:default/dina': ['group:default/vergunningen'],
          'user:default/eva': ['group:default/vergunningen'],
        });
        for (const entity of await listOf(test)) {
          const errors = validateEntity(entity).filter(
            ({ severity }) => severity === 'error',
          );
          expect(errors).toEqual([]);
        }
      },
    );
  });

  describe('later', () => {
    beforeAll(async () => {
      for (const { directory, tag } of CASES) {
        const { people, teams } = directory.organisation;
        delete people[`bram-${tag}`];
        delete teams[`vergunningen-${tag}`];
        teams[`burgerzaken-${tag}`].members = [`an-${tag}`, `fien-${tag}`];
        people[`fien-${tag}`] = 'Fien Visser';
      }
      await runAll();
    });

    it.each(CASES)('who left is out, from $source', async test => {
      const { source } = test;
      expect(runs[source]).toMatchObject({
        state: 'succeeded',
        counts: { read: 7, added: 1, removed: 2, failed: 0 },
      });
      await catalog.cleanUp();
      await waitForTeams(test, AFTERWARDS);
    });
  });

  const expectKept = async (test: Case) => {
    const { source, directory } = test;
    const { state, counts, error } = runs[source];
    expect({ state, counts }).toMatchObject({
      state: 'failed',
      counts: { read: 0, added: 0, removed: 0 },
    });
    expect(JSON.stringify(error)).not.toContain(directory.secret);
    expect(await readTeams(test)).toEqual(AFTERWARDS);
  };

  describe.each<[DirectoryFailure, RegExp]>([
    ['half', /niet goed te lezen: ./],
    ['refused', /weigert de toegang\. Kijk het account/],
  ])('when it goes wrong: %s', (failure, reason) => {
    beforeAll(async () => {
      for (const { directory } of CASES) directory.failure = failure;
      await runAll();
    });

    it.each(CASES)('nobody is lost from $source', async test => {
      expect(runs[test.source].error?.nl).toMatch(reason);
      await expectKept(test);
    });
  });

  describe('when nobody answers', () => {
    beforeAll(async () => {
      await Promise.all(CASES.map(({ directory }) => directory.stop()));
      await runAll();
    });

    it.each(CASES)('nobody is lost from $source', async test => {
      // the client for GitHub does not know an error of Node within Jest
      expect(runs[test.source].error?.nl).toMatch(
        /niet goed te lezen: .*(ECONNREFUSED|fetch failed)/,
      );
      await expectKept(test);
    });
  });
});

function targetsOf({ relations = [] }: Entity): string[] {
  return relations
    .filter(({ type }) => TEAM_RELATIONS.includes(type))
    .map(({ targetRef }) => targetRef)
    .sort();
}
