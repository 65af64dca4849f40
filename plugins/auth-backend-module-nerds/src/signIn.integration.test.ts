import { TestDatabases } from '@backstage/backend-test-utils';
import {
  HOME,
  refresh,
  signInByRedirect,
  signOut,
  startByRedirect,
} from './__testUtils__/people';
import {
  PORTAL,
  startPortal,
  type TestPortal,
} from './__testUtils__/startPortal';
import { TestProvider } from './__testUtils__/TestProvider';

jest.setTimeout(120_000);

describe('signing in', () => {
  const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
  let provider: TestProvider;
  let portal: TestPortal;

  beforeAll(async () => {
    provider = await TestProvider.start(PORTAL);
    portal = await startPortal({
      provider: provider.details,
      knex: await databases.init('POSTGRES_18'),
      oidc: { timeout: { seconds: 2 }, additionalScopes: 'groups' },
    });
  });
  afterAll(async () => {
    await portal?.stop();
    await provider?.stop();
  });
  beforeEach(() => {
    portal.audited.length = 0;
    portal.logged.length = 0;
  });

  it('makes the claims the person and the teams', async () => {
    const browser = portal.newBrowser();
    const end = await signInByRedirect(
      browser,
      'dev-two-teams',
      `${PORTAL}/clusters?a=b`,
    );
    expect(end.href).toBe(`${PORTAL}/clusters?a=b`);
    const { status, body } = await refresh(browser);
    expect(status).toBe(200);
    expect(body.backstageIdentity?.identity.userEntityRef).toBe(
      'user:default/dev-two-teams',
    );
    expect(body.profile).toEqual({
      displayName: 'Ontwikkelaar in twee teams',
      email: 'dev-two-teams@demo.invalid',
    });
    await expect(
      portal.readOwnership('user:default/dev-two-teams'),
    ).resolves.toEqual([
      'user:default/dev-two-teams',
      'group:default/burgerzaken',
      'group:default/vergunningen',
    ]);
    expect(portal.signIns.at(-1)).toEqual({
      userEntityRef: 'user:default/dev-two-teams',
      displayName: 'Ontwikkelaar in twee teams',
      teams: ['group:default/burgerzaken', 'group:default/vergunningen'],
    });
  });

  it('keeps what the browser gets to what it needs', async () => {
    const browser = portal.newBrowser();
    await signInByRedirect(browser, 'dev-burgerzaken');
    const { body } = await refresh(browser);
    expect(body.providerInfo).toEqual({
      accessToken: '',
      scope: expect.stringContaining('openid'),
    });
    const session = browser.cookies.find(
      ({ name }) => name === 'oidc-refresh-token',
    );
    expect(session?.attributes).toMatch(/HttpOnly/);
    expect(session?.attributes).toMatch(/SameSite=Lax/);
    expect(session?.attributes).toMatch(/Path=\/api\/auth\/oidc/);
    // nothing to remember the sign-in by is left, and no session in the database was needed
    expect(browser.cookies.map(({ name }) => name)).not.toContain(
      'oidc-sign-in',
    );
    expect(browser.cookies.map(({ name }) => name)).not.toContain(
      'connect.sid',
    );
  });

  it('puts the sign-in and the sign-out on record, without a token or a code', async () => {
    const browser = portal.newBrowser();
    await signInByRedirect(browser, 'auditor');
    await refresh(browser);
    const logoutUrl = await signOut(browser);
    expect(portal.audited).toEqual([
      {
        eventId: 'sign-in',
        severityLevel: 'medium',
        status: 'succeeded',
        url: '/api/auth/oidc/handler/frame',
        headers: expect.not.stringMatching(/cookie|authorization/i),
        actor: 'user:default/auditor',
        object: 'user:default/auditor',
      },
      expect.objectContaining({
        eventId: 'sign-out',
        status: 'succeeded',
        actor: 'user:default/auditor',
      }),
    ]);
    expect(logoutUrl).toContain(provider.details.pagesOrigin);
  });

  it('signs out at the provider too, and names no token on the way', async () => {
    const browser = portal.newBrowser();
    await signInByRedirect(browser, 'dev-burgerzaken');
    const stolen = [...browser.cookies];
    const logoutUrl = new URL((await signOut(browser))!);
    expect(Object.fromEntries(logoutUrl.searchParams)).toEqual({
      client_id: 'nerds-portal',
      post_logout_redirect_uri: PORTAL,
      state: 'signed-out',
    });
    expect((await refresh(browser)).status).toBe(401);
    // also for who kept the cookie: the refresh token has been revoked
    browser.cookies = stolen;
    const answer = await refresh(browser);
    expect(answer.status).toBe(401);
    expect(answer.body.error?.message).toBe('session-ended');

    const question = await browser.open(logoutUrl.href);
    expect(question.answer.text).toContain('Wilt u uitloggen?');
    const [, xsrf] = /name="xsrf" value="([^"]+)"/.exec(question.answer.text)!;
    const end = await browser.open(
      `${provider.details.pagesOrigin}/session/end/confirm`,
      { form: { xsrf, logout: 'yes' }, stopAt: PORTAL },
    );
    expect(end.url).toBe(`${PORTAL}/?state=signed-out`);
  });

  it('ends the access of a person who left at the next refresh', async () => {
    const browser = portal.newBrowser();
    await signInByRedirect(browser, 'dev-vergunningen');
    portal.audited.length = 0;
    await provider.change('dev-vergunningen', { disabled: true });
    const { status, body } = await refresh(browser);
    await provider.change('dev-vergunningen', {});
    expect(status).toBe(401);
    expect(body.error?.message).toBe('session-ended');
    expect(portal.audited).toEqual([
      expect.objectContaining({
        eventId: 'session-refresh',
        status: 'failed',
        reason: 'session-ended',
        actor: 'user:default/dev-vergunningen',
      }),
    ]);
    // it is over, also when the account comes back
    const again = await refresh(browser);
    expect(again.body.error?.message).toBe('no-session');
    expect(portal.audited).toHaveLength(1);
  });

  it('takes a team away at the next refresh', async () => {
    const browser = portal.newBrowser();
    await signInByRedirect(browser, 'dev-two-teams');
    await provider.change('dev-two-teams', { groups: ['vergunningen'] });
    expect((await refresh(browser)).status).toBe(200);
    await provider.change('dev-two-teams', {});
    await expect(
      portal.readOwnership('user:default/dev-two-teams'),
    ).resolves.toEqual([
      'user:default/dev-two-teams',
      'group:default/vergunningen',
    ]);
  });

  it('does not count a team that a review has revoked', async () => {
    portal.access.revoked = ['group:default/burgerzaken'];
    await signInByRedirect(portal.newBrowser(), 'dev-two-teams');
    portal.access.revoked = [];
    await expect(
      portal.readOwnership('user:default/dev-two-teams'),
    ).resolves.toEqual([
      'user:default/dev-two-teams',
      'group:default/vergunningen',
    ]);
  });

  it('lets nobody in while it cannot be asked which teams count', async () => {
    const browser = portal.newBrowser();
    await signInByRedirect(browser, 'dev-burgerzaken');
    portal.access.isDown = true;
    const { status, body } = await refresh(browser);
    const other = portal.newBrowser();
    const end = await signInByRedirect(other, 'dev-burgerzaken');
    portal.access.isDown = false;
    expect(status).toBe(503);
    expect(body.error?.message).toBe('portal-unavailable');
    expect(end.searchParams.get('error')).toBe('portal-unavailable');
    expect((await refresh(other)).status).toBe(401);
    // who was in stays in once it answers again
    expect((await refresh(browser)).status).toBe(200);
  });

  it.each([
    ['without an e-mail address', { claims: { email: null } }, undefined],
    ['without a name', { claims: { name: null } }, undefined],
    ['without groups', { claims: { groups: null } }, undefined],
    [
      'without a user name',
      { claims: { preferred_username: null } },
      'user-claim-missing',
    ],
    [
      'with a user name of another kind',
      { claims: { preferred_username: 'group:default/platform' } },
      'user-claim-missing',
    ],
    [
      'with a user name that is a list',
      { claims: { preferred_username: ['no-team'] } },
      'user-claim-missing',
    ],
  ])('answers a person %s', async (_title, change, problem) => {
    await provider.change('no-team', change);
    const browser = portal.newBrowser();
    const end = await signInByRedirect(browser, 'no-team');
    await provider.change('no-team', {});
    expect(end.searchParams.get('error')).toBe(problem ?? null);
    expect(portal.audited.at(-1)).toMatchObject(
      problem
        ? { eventId: 'sign-in', status: 'failed', reason: problem }
        : { eventId: 'sign-in', status: 'succeeded' },
    );
    expect((await refresh(browser)).status).toBe(problem ? 401 : 200);
  });

  it('leaves out groups that cannot be teams', async () => {
    await provider.change('no-team', {
      groups: ['/platform', '/a/b', 'a b', '../x', 'ünï', '', 'x'.repeat(99)],
    });
    await signInByRedirect(portal.newBrowser(), 'no-team');
    await provider.change('no-team', {});
    await expect(portal.readOwnership('user:default/no-team')).resolves.toEqual(
      ['user:default/no-team', 'group:default/platform'],
    );
  });

  it('takes 10,000 groups', async () => {
    const groups = Array.from({ length: 10_000 }, (_, i) => `team-${i}`);
    await provider.change('no-team', { groups });
    const browser = portal.newBrowser();
    const end = await signInByRedirect(browser, 'no-team');
    const { status, body, size } = await refresh(browser);
    await provider.change('no-team', {});
    expect(end.href).toBe(HOME);
    expect(status).toBe(200);
    // the page gets to know the teams; the token that goes with every request does not
    expect(size).toBeLessThan(300_000);
    expect(body.backstageIdentity?.token.length).toBeLessThan(1_000);
    await expect(
      portal.readOwnership('user:default/no-team'),
    ).resolves.toHaveLength(10_001);
  });

  it('refuses more groups than anybody has, and says so', async () => {
    const groups = Array.from({ length: 20_001 }, (_, i) => `team-${i}`);
    await provider.change('no-team', { groups });
    const end = await signInByRedirect(portal.newBrowser(), 'no-team');
    await provider.change('no-team', {});
    expect(end.searchParams.get('error')).toBe('too-many-teams');
  });

  describe('when the provider is down', () => {
    afterEach(() => {
      provider.resume();
      jest.restoreAllMocks();
    });

    it('sends a person back to the page, which can say so', async () => {
      // long after it was last seen
      const later = Date.now() + 60_000;
      jest.spyOn(Date, 'now').mockImplementation(() => later);
      provider.pause();
      const end = await startByRedirect(
        portal.newBrowser(),
        `${PORTAL}/catalog`,
      );
      expect(end.url).toBe(`${PORTAL}/catalog?error=provider-unavailable`);
    });

    it('keeps who is signed in until their token ends, also over a reload', async () => {
      const browser = portal.newBrowser();
      await signInByRedirect(browser, 'dev-burgerzaken');
      const before = await refresh(browser);
      portal.audited.length = 0;
      provider.pause();
      const during = await refresh(browser);
      expect(during.status).toBe(200);
      expect(during.body.backstageIdentity?.token).toBe(
        before.body.backstageIdentity?.token,
      );
      expect(during.body.profile).toEqual(before.body.profile);

      const later = Date.now() + 3_600_000;
      jest.spyOn(Date, 'now').mockImplementation(() => later);
      const after = await refresh(browser);
      expect(after.status).toBe(503);
      expect(after.body.error?.message).toBe('provider-unavailable');
      jest.restoreAllMocks();
      provider.resume();
      expect(portal.audited).toEqual([]);
      // the session itself has outlived it
      const clock = Date.now() + 6_000;
      jest.spyOn(Date, 'now').mockImplementation(() => clock);
      expect((await refresh(browser)).status).toBe(200);
    });

    it('does not keep who has signed out', async () => {
      const browser = portal.newBrowser();
      await signInByRedirect(browser, 'dev-burgerzaken');
      await refresh(browser);
      const stolen = [...browser.cookies];
      await signOut(browser);
      browser.cookies = stolen;
      provider.pause();
      expect((await refresh(browser)).status).toBe(503);
    });
  });

  describe('an answer that is not for this browser', () => {
    const CALLBACK = `${PORTAL}/api/auth/oidc/handler/frame`;
    const toState = (state: Record<string, string>) =>
      Buffer.from(new URLSearchParams(state).toString()).toString('hex');

    it('goes nowhere but to the portal', async () => {
      const state = toState({
        env: 'production',
        nonce: 'guess',
        flow: 'redirect',
        redirectUrl: 'https://attacker.example/',
      });
      const answer = await portal
        .newBrowser()
        .send(`${CALLBACK}?code=stolen&state=${state}`);
      expect(answer.status).toBe(302);
      expect(answer.headers.location).toBe(`${PORTAL}/?error=expired`);
      expect(portal.audited).toEqual([
        expect.objectContaining({ status: 'failed', reason: 'expired' }),
      ]);
      expect(JSON.stringify(portal.audited)).not.toContain('stolen');
    });

    it('is no sign-in for who began one of their own', async () => {
      const attacker = portal.newBrowser();
      const choice = await startByRedirect(attacker);
      const answer = await attacker.open(choice.url, {
        form: { account: 'dev-burgerzaken' },
        stopAt: CALLBACK,
      });
      const victim = portal.newBrowser();
      await startByRedirect(victim);
      const end = await victim.open(answer.url, { stopAt: HOME });
      expect(end.url).toBe(`${HOME}?error=expired`);
      expect((await refresh(victim)).status).toBe(401);
    });

    it.each([
      ['another site', 'https://attacker.example/'],
      ['no address of a site', 'data:text/html,hello'],
      ['nothing that can be read', '::'],
    ])('cannot be asked for by %s', async (_title, redirectUrl) => {
      const query = new URLSearchParams({
        env: 'production',
        flow: 'redirect',
        redirectUrl,
      });
      const answer = await portal
        .newBrowser()
        .send(`${PORTAL}/api/auth/oidc/start?${query}`);
      expect([400, 403]).toContain(answer.status);
      expect(answer.headers.location).toBeUndefined();
    });
  });

  it('tells a person who cancels nothing but that', async () => {
    const browser = portal.newBrowser();
    const choice = await startByRedirect(browser);
    const { searchParams } = new URL(
      (
        await browser.send(
          `${PORTAL}/api/auth/oidc/start?${new URLSearchParams({
            env: 'production',
            flow: 'redirect',
            redirectUrl: HOME,
          })}`,
        )
      ).headers.location!,
    );
    expect(choice.url).toContain('/interaction/');
    const answer = await browser.send(
      `${PORTAL}/api/auth/oidc/handler/frame?${new URLSearchParams({
        error: 'access_denied',
        error_description: '<b>secret of the provider</b>',
        state: searchParams.get('state')!,
        iss: provider.details.issuer,
      })}`,
    );
    expect(answer.headers.location).toBe(`${HOME}?error=cancelled`);
  });
});
