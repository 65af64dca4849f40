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
import ldapModule from '@backstage/plugin-catalog-backend-module-ldap';
import microsoftGraphModule from '@backstage/plugin-catalog-backend-module-msgraph';
import keycloakOrganisationModule from '@nerds/plugin-catalog-backend-module-keycloak-organisation';
import type { SourceRunDetails } from '@nerds/plugin-catalog-sources-common';
import {
  ANNOTATION_OIN,
  ANNOTATION_SOURCE,
  ANNOTATION_TOOI_URI,
  validateEntity,
} from '@nerds/plugin-entity-model-common';
import {
  OIN,
  TOOI_URI,
  type Directory,
  type DirectoryFailure,
} from '../__testUtils__/Directory';
import { FakeEntra } from '../__testUtils__/FakeEntra';
import { FakeGithub } from '../__testUtils__/FakeGithub';
import { FakeKeycloak } from '../__testUtils__/FakeKeycloak';
import { FakeLdap } from '../__testUtils__/FakeLdap';
import { startCatalog, type TestCatalog } from '../__testUtils__/startCatalog';
import { createTestDatabases } from '../__testUtils__/testDatabase';

jest.setTimeout(60_000);

const initDatabase = createTestDatabases();
const github = new FakeGithub();
const keycloak = new FakeKeycloak();
const entra = new FakeEntra();
const ldap = new FakeLdap();

interface Case {
  /** How the ids of its sources start. */
  source: string;
  directory: Directory;
  tag: string;
  /** It is a group too: the organisation that the teams are in. */
  root?: string;
}

const CASES: Case[] = [
  { source: 'github-org', directory: github, tag: 'github' },
  {
    source: 'keycloak',
    directory: keycloak,
    tag: 'keycloak',
    root: 'group:default/gemeente-keycloak',
  },
  {
    source: 'msgraph',
    directory: entra,
    tag: 'entra',
    root: 'group:default/gemeente_voorbeeld',
  },
  {
    source: 'ldap',
    directory: ldap,
    tag: 'ldap',
    root: 'group:default/gemeente-ldap',
  },
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
      modules: [
        githubOrgModule,
        keycloakModule,
        ldapModule,
        microsoftGraphModule,
      ],
      others: [keycloakOrganisationModule],
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
    // Entra ID has no user names; people are called as their address is.
    const end = new RegExp(`-${test.tag}(_gemeente\\.example)?$`);
    const toName = (ref: string) => ref.replace(end, '');
    const isTeam = (ref: string) => ref !== test.root;
    return Object.fromEntries(
      entities
        .map(entity => [stringifyEntityRef(entity), targetsOf(entity)] as const)
        .filter(([ref]) => isTeam(ref))
        .map(([ref, targets]) => [
          toName(ref),
          targets.filter(isTeam).map(toName),
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

    it.each(CASES)('all come in from $source', async ({ source, root }) => {
      const count = root ? 9 : 8;
      expect(runs[source]).toMatchObject({
        state: 'succeeded',
        counts: { read: count, added: count, removed: 0, failed: 0 },
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

  it('the organisation comes along, as one that is no team', async () => {
    const groups = await catalog.listEntities('group');
    const find = (name: string) =>
      groups.find(({ metadata }) => metadata.name === name);
    expect(find('gemeente_voorbeeld')?.spec?.type).toBe('root');
    for (const tag of ['keycloak', 'ldap']) {
      expect(find(`gemeente-${tag}`)).toMatchObject({
        metadata: {
          annotations: {
            [ANNOTATION_TOOI_URI]: TOOI_URI,
            [ANNOTATION_OIN]: OIN,
          },
        },
        spec: { type: 'organization' },
      });
      const team = find(`burgerzaken-${tag}`);
      expect(team?.spec?.type).toBe('team');
      expect(targetsOf(team!)).toEqual([`group:default/gemeente-${tag}`]);
    }
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
      const { source, root } = test;
      expect(runs[source]).toMatchObject({
        state: 'succeeded',
        counts: { read: root ? 8 : 7, added: 1, removed: 2, failed: 0 },
      });
      await catalog.cleanUp();
      await waitForTeams(test, AFTERWARDS);
    });
  });

  it('two people of one name are told of, and are one', async () => {
    ldap.doubles = ['eva-ldap'];
    const { state, counts, itemErrors } = await catalog.run('ldap:proef');
    ldap.doubles = [];
    expect({ state, counts }).toMatchObject({
      state: 'incomplete',
      counts: { read: 8, added: 0, removed: 0, failed: 1 },
    });
    expect(itemErrors).toMatchObject([
      {
        itemId: 'user:default/eva-ldap',
        message: { nl: expect.stringMatching(/meer dan eens voor/) },
      },
    ]);
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
      for (const { directory } of CASES) directory.failure = undefined;
      await Promise.all(CASES.map(({ directory }) => directory.goDown()));
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
