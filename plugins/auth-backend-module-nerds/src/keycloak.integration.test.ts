import { readFileSync } from 'node:fs';
import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { fetchText } from './__testUtils__/fetchText';
import {
  HOME,
  refresh,
  signOut,
  startByRedirect,
} from './__testUtils__/people';
import {
  PORTAL,
  startPortal,
  type ProviderDetails,
  type TestPortal,
} from './__testUtils__/startPortal';
import type { TestBrowser } from './__testUtils__/TestBrowser';

/** From what `packages/local-stack/src/keycloak/testKeycloak.ts` writes. */
interface Keycloak extends ProviderDetails {
  version: string;
  baseUrl: string;
  realm: string;
  admin: { username: string; password: string };
}

const file = process.env.NERDS_TEST_KEYCLOAK;
const JAN = 'user:default/jan';

/** What a form of Keycloak sends, and where. */
function readForm(html: string): { action: string; form: [string, string][] } {
  const unescape = (text: string) => text.replace(/&amp;/g, '&');
  const action = unescape(/<form[^>]*action="([^"]+)"/.exec(html)?.[1] ?? '');
  const fields = html.matchAll(
    /<input[^>]*name="([^"]+)"[^>]*value="([^"]*)"[^>]*>/g,
  );
  return {
    action,
    form: [...fields].map(([, name, value]) => [name, unescape(value)]),
  };
}

async function signIn(browser: TestBrowser): Promise<string> {
  const page = await startByRedirect(browser);
  const { action } = readForm(page.answer.text);
  const end = await browser.open(action, {
    form: { username: 'jan', password: 'jan-test' },
    stopAt: HOME,
  });
  return end.url;
}

async function setEnabled(keycloak: Keycloak, enabled: boolean) {
  const { baseUrl, realm, admin } = keycloak;
  const token = await fetchText(
    `${baseUrl}/realms/master/protocol/openid-connect/token`,
    {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        client_id: 'admin-cli',
        grant_type: 'password',
        ...admin,
      }).toString(),
    },
  );
  const headers = {
    Authorization: `Bearer ${JSON.parse(token.text).access_token}`,
    'Content-Type': 'application/json',
  };
  const users = `${baseUrl}/admin/realms/${realm}/users`;
  const found = await fetchText(`${users}?username=jan&exact=true`, {
    headers,
  });
  const [jan] = JSON.parse(found.text) as { id: string }[];
  await fetchText(`${users}/${jan.id}`, {
    method: 'PUT',
    headers,
    body: JSON.stringify({ ...jan, enabled }),
  });
}

const CATALOG: Entity[] = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'burgerzaken-balie' },
    spec: { type: 'team', children: [] },
    relations: [{ type: 'childOf', targetRef: 'group:default/burgerzaken' }],
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'burgerzaken' },
    spec: { type: 'team', children: [] },
  },
];

// eslint-disable-next-line jest/no-disabled-tests -- the reason is in the title
const describeWithKeycloak = file ? describe : describe.skip;

describeWithKeycloak(
  `signing in with Keycloak${
    file ? '' : ' (skipped: NERDS_TEST_KEYCLOAK names none that runs)'
  }`,
  () => {
    jest.setTimeout(120_000);
    const databases = TestDatabases.create({ ids: ['POSTGRES_18'] });
    let keycloak: Keycloak;
    let portal: TestPortal;

    const start = async (oidc: Parameters<typeof startPortal>[0]['oidc']) => {
      portal = await startPortal({
        provider: keycloak,
        knex: await databases.init('POSTGRES_18'),
        entities: CATALOG,
        oidc,
      });
      return portal.newBrowser();
    };
    beforeAll(() => {
      keycloak = JSON.parse(readFileSync(file!, 'utf8')) as Keycloak;
    });
    afterEach(() => portal.stop());

    it('takes the last level of a path, and the groups above from the catalog', async () => {
      const browser = await start({ groups: { path: 'last' } });
      await expect(signIn(browser)).resolves.toBe(HOME);
      const { status, body } = await refresh(browser);
      expect(status).toBe(200);
      expect(body.profile).toEqual({
        displayName: 'Jan Jansen',
        email: 'jan@organisatie.invalid',
      });
      await expect(portal.readOwnership(JAN)).resolves.toEqual([
        JAN,
        'group:default/burgerzaken-balie',
        'group:default/burgerzaken',
      ]);
    });

    it('takes a path for no team unless told otherwise', async () => {
      const browser = await start({});
      await expect(signIn(browser)).resolves.toBe(HOME);
      await expect(portal.readOwnership(JAN)).resolves.toEqual([JAN]);
    });

    it('takes teams out of the roles of the realm', async () => {
      const browser = await start({
        claims: { groups: 'realm_access.roles' },
        groups: { prefix: 'team-' },
      });
      await expect(signIn(browser)).resolves.toBe(HOME);
      await expect(portal.readOwnership(JAN)).resolves.toEqual([
        JAN,
        'group:default/vergunningen',
      ]);
    });

    it('ends the session of a person who was disabled', async () => {
      const browser = await start({});
      await signIn(browser);
      expect((await refresh(browser)).status).toBe(200);
      await setEnabled(keycloak, false);
      const answer = await refresh(browser);
      await setEnabled(keycloak, true);
      expect(answer.status).toBe(401);
      expect(answer.body.error?.message).toBe('session-ended');
    });

    it('signs out at Keycloak too, so that it asks for the password again', async () => {
      const browser = await start({});
      await signIn(browser);
      const question = await browser.open((await signOut(browser))!);
      const { action, form } = readForm(question.answer.text);
      const end = await browser.open(new URL(action, question.url).href, {
        form: Object.fromEntries(form),
        stopAt: PORTAL,
      });
      expect(end.url).toBe(`${PORTAL}/?state=signed-out`);
      const again = await startByRedirect(browser);
      expect(readForm(again.answer.text).action).toContain('authenticate');
    });
  },
);
