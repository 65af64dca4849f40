import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import {
  HOME,
  refresh,
  signInByRedirect,
  startByRedirect,
} from './__testUtils__/people';
import {
  PORTAL,
  startPortal,
  type TestPortal,
} from './__testUtils__/startPortal';
import { TestProvider } from './__testUtils__/TestProvider';

const HOUR_MS = 3_600_000;

function person(
  name: string,
  options: { email?: string; namespace?: string; id?: string } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: {
      name,
      namespace: options.namespace ?? 'default',
      annotations: { 'directory.example/id': options.id ?? `id-of-${name}` },
    },
    spec: { profile: { email: options.email }, memberOf: [] },
    relations: [
      { type: 'memberOf', targetRef: 'group:default/from-the-catalog' },
    ],
  };
}

function group(name: string, parent?: string, type = 'team'): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type, children: [] },
    relations: parent
      ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
      : [],
  };
}

const CATALOG = [
  group('burgerzaken-balie', 'burgerzaken'),
  group('burgerzaken', 'gemeente'),
  group('gemeente', undefined, 'organization'),
  person('dev-burgerzaken', { email: 'dev-burgerzaken@demo.invalid' }),
  person('called-otherwise', { email: 'no-team@demo.invalid' }),
  person('one', { email: 'data-owner@demo.invalid' }),
  person('other', { email: 'data-owner@demo.invalid' }),
  person('pipeline', {
    email: 'auditor@demo.invalid',
    namespace: 'machine',
    id: 'auditor',
  }),
];

describe('signing in, configured otherwise', () => {
  jest.setTimeout(120_000);
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let provider: TestProvider;
  let portal: TestPortal;

  const start = async (oidc: JsonObject) => {
    portal = await startPortal({
      provider: provider.details,
      knex: await databases.init('POSTGRES_18'),
      entities: CATALOG,
      oidc: { additionalScopes: ['groups'], ...oidc },
    });
    return portal.newBrowser();
  };
  beforeAll(async () => {
    provider = await TestProvider.start(PORTAL);
  });
  afterAll(() => provider?.stop());
  afterEach(async () => {
    jest.restoreAllMocks();
    await portal.stop();
  });

  it.each<[string, JsonObject, string[]]>([
    ['teams', {}, ['burgerzaken-balie', 'burgerzaken']],
    [
      'all',
      { groups: { ancestors: 'all' } },
      ['burgerzaken-balie', 'burgerzaken', 'gemeente'],
    ],
    ['none', { groups: { ancestors: 'none' } }, ['burgerzaken-balie']],
  ])('counts the groups above: %s', async (_title, oidc, teams) => {
    await signInByRedirect(await start(oidc), 'dev-balie');
    await expect(
      portal.readOwnership('user:default/dev-balie'),
    ).resolves.toEqual([
      'user:default/dev-balie',
      ...teams.map(team => `group:default/${team}`),
    ]);
  });

  it('signs in with the direct teams while the catalog is down', async () => {
    const browser = await start({});
    portal.catalog.isDown = true;
    const end = await signInByRedirect(browser, 'dev-balie');
    expect(end.href).toBe(HOME);
    await expect(
      portal.readOwnership('user:default/dev-balie'),
    ).resolves.toEqual([
      'user:default/dev-balie',
      'group:default/burgerzaken-balie',
    ]);
    expect(portal.logged.join()).toContain('did not say which groups');
  });

  it('reads claims from elsewhere', async () => {
    const browser = await start({
      claims: {
        user: 'realm_access.login',
        name: 'realm_access.called',
        groups: 'realm_access.roles',
      },
      groups: { prefix: 'team-' },
    });
    await provider.change('no-team', {
      claims: {
        realm_access: {
          login: 'jan',
          called: 'Jan Jansen',
          roles: ['team-platform', 'default-roles'],
        },
      },
    });
    await signInByRedirect(browser, 'no-team');
    const { body } = await refresh(browser);
    await provider.change('no-team', {});
    expect(body.profile?.displayName).toBe('Jan Jansen');
    await expect(portal.readOwnership('user:default/jan')).resolves.toEqual([
      'user:default/jan',
      'group:default/platform',
    ]);
  });

  describe('people of the catalog only', () => {
    const byEmail = {
      resolver: 'catalogUser',
      catalogUser: { match: 'email' },
    };

    it('finds a person by the e-mail address; the groups are still those of the claim', async () => {
      await signInByRedirect(await start(byEmail), 'dev-burgerzaken');
      await expect(
        portal.readOwnership('user:default/dev-burgerzaken'),
      ).resolves.toEqual([
        'user:default/dev-burgerzaken',
        'group:default/burgerzaken',
      ]);
    });

    it('takes the groups of the catalog when the provider sends none at all', async () => {
      const browser = await start(byEmail);
      await provider.change('no-team', { claims: { groups: null } });
      await signInByRedirect(browser, 'no-team');
      await provider.change('no-team', {});
      await expect(
        portal.readOwnership('user:default/called-otherwise'),
      ).resolves.toEqual([
        'user:default/called-otherwise',
        'group:default/from-the-catalog',
      ]);
    });

    it.each<[string, JsonObject, string, JsonObject, string]>([
      [
        'two people with one address',
        byEmail,
        'data-owner',
        {},
        'user-ambiguous',
      ],
      [
        'nobody with the address',
        byEmail,
        'dev-vergunningen',
        {},
        'user-unknown',
      ],
      ['a machine', byEmail, 'auditor', {}, 'user-unknown'],
      [
        'an address that is not verified',
        byEmail,
        'dev-burgerzaken',
        { email_verified: false },
        'email-unverified',
      ],
      [
        'no address',
        byEmail,
        'dev-burgerzaken',
        { email: null },
        'email-unverified',
      ],
      [
        'nobody of that name',
        { resolver: 'catalogUser' },
        'auditor',
        {},
        'user-unknown',
      ],
      [
        'an annotation of a machine',
        {
          resolver: 'catalogUser',
          catalogUser: {
            match: 'annotation',
            annotation: 'directory.example/id',
          },
        },
        'auditor',
        {},
        'user-unknown',
      ],
    ])('refuses %s', async (_title, oidc, account, claims, problem) => {
      const browser = await start(oidc);
      await provider.change(account, { claims });
      const end = await signInByRedirect(browser, account);
      await provider.change(account, {});
      expect(end.searchParams.get('error')).toBe(problem);
      expect(portal.audited.at(-1)).toMatchObject({
        eventId: 'sign-in',
        status: 'failed',
        reason: problem,
      });
    });

    it('refuses while the catalog is down', async () => {
      const browser = await start(byEmail);
      portal.catalog.isDown = true;
      const end = await signInByRedirect(browser, 'dev-burgerzaken');
      expect(end.searchParams.get('error')).toBe('portal-unavailable');
    });
  });

  describe('the session', () => {
    const goOn = (ms: number) => {
      const later = Date.now() + ms;
      jest.spyOn(Date, 'now').mockImplementation(() => later);
    };

    it('ends when it was not used for as long as configured', async () => {
      const browser = await start({ sessionDuration: { minutes: 30 } });
      await signInByRedirect(browser, 'dev-burgerzaken');
      goOn(29 * 60_000);
      expect((await refresh(browser)).status).toBe(200);
      // used, so it counts from there
      goOn(29 * 60_000);
      expect((await refresh(browser)).status).toBe(200);
      goOn(31 * 60_000);
      const { status, body } = await refresh(browser);
      expect(status).toBe(401);
      expect(body.error?.message).toBe('session-ended');
    });

    it('ends after its maximum, however much it was used', async () => {
      const browser = await start({ sessionMaximum: { hours: 1 } });
      await signInByRedirect(browser, 'dev-burgerzaken');
      goOn(HOUR_MS / 2);
      expect((await refresh(browser)).status).toBe(200);
      goOn(HOUR_MS / 2 + 1_000);
      const { status, body } = await refresh(browser);
      expect(status).toBe(401);
      expect(body.error?.message).toBe('session-ended');
    });

    it('starts anew for who is called differently now', async () => {
      const browser = await start({});
      await signInByRedirect(browser, 'no-team');
      await provider.change('no-team', {
        claims: { preferred_username: 'dev-burgerzaken' },
      });
      const { body } = await refresh(browser);
      await provider.change('no-team', {});
      expect(body.error?.message).toBe('session-ended');
    });
  });

  it.each([
    ['takes clocks that differ a little', 30_000, undefined],
    ['refuses clocks that differ more', 120_000, 'clock-differs'],
  ])('%s', async (_title, beyondMs, problem) => {
    const browser = await start({});
    // an ID token of the provider lives for an hour
    const here = Date.now() + HOUR_MS + beyondMs;
    jest.spyOn(Date, 'now').mockImplementation(() => here);
    const end = await signInByRedirect(browser, 'dev-burgerzaken');
    expect(end.href).toBe(problem ? `${HOME}?error=${problem}` : HOME);
  });

  it('has the provider say when the person proved who they are', async () => {
    const browser = await start({
      reauthenticateAfterMaximum: true,
      sessionMaximum: { hours: 8 },
    });
    const { url } = await startByRedirect(browser);
    expect(url).toContain('/interaction/');
    const end = await signInByRedirect(browser, 'dev-burgerzaken');
    expect(end.href).toBe(HOME);
  });

  it('signs out at the portal alone when told so', async () => {
    const browser = await start({ logoutAtProvider: false });
    await signInByRedirect(browser, 'dev-burgerzaken');
    const answer = await browser.send(
      `${PORTAL}/api/auth/oidc/logout?env=production`,
      { method: 'POST', headers: { 'X-Requested-With': 'XMLHttpRequest' } },
    );
    expect(answer.status).toBe(200);
    expect(answer.text).toBe('');
  });

  it('does not trust a provider whose CA is another than the configured one', async () => {
    const other = await TestProvider.start(PORTAL);
    const browser = await start({ caFile: other.details.caFile! });
    const end = await signInByRedirect(browser, 'dev-burgerzaken');
    await other.stop();
    expect(end.searchParams.get('error')).toBe('provider-unavailable');
  });
});
