import {
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import { authServiceFactory } from './authServiceFactory';
import { startIssuers } from './__testUtils__/startIssuers';

describe('authServiceFactory', () => {
  let issuers: Awaited<ReturnType<typeof startIssuers>>;
  beforeAll(async () => {
    issuers = await startIssuers();
  });
  afterAll(() => issuers.stop());

  function createTester() {
    const getUrl = async (pluginId: string) => `${issuers.url}/${pluginId}`;
    return ServiceFactoryTester.from(authServiceFactory, {
      dependencies: [
        mockServices.rootConfig.factory({
          data: { backend: { auth: { pluginKeyStore: issuers.keyConfig } } },
        }),
        mockServices.database.mock().factory,
        mockServices.discovery.mock({ getBaseUrl: getUrl }).factory,
      ],
    });
  }

  it('knows a person by a token that the portal signed, and by no other', async () => {
    const auth = await createTester().getSubject('catalog');
    const token = await issuers.issueToken();
    for (const attempt of [1, 2]) {
      const credentials = await auth.authenticate(token);
      expect({ attempt, principal: credentials.principal }).toEqual({
        attempt,
        principal: { type: 'user', userEntityRef: 'user:default/test' },
      });
    }
    const forged = await issuers.issueToken('stranger');
    for (const refused of [forged, `${token.slice(0, -8)}AAAAAAAA`]) {
      await expect(auth.authenticate(refused)).rejects.toThrow(
        'Failed user token verification',
      );
    }
  });

  it('lets a limited token through only where that is asked for', async () => {
    const auth = await createTester().getSubject('catalog');
    const credentials = await auth.authenticate(await issuers.issueToken());
    if (!auth.isPrincipal(credentials, 'user')) throw new Error('no person');
    const { token } = await auth.getLimitedUserToken(credentials);
    await auth.authenticate(token, { allowLimitedAccess: true });
    await expect(auth.authenticate(token)).rejects.toThrow(
      'Illegal limited user token',
    );
  });

  it('calls a plugin for a person with one token, which is for that plugin alone', async () => {
    const tester = createTester();
    const personToken = await issuers.issueToken();
    const search = await tester.getSubject('search');
    const request = async () =>
      search.getPluginRequestToken({
        onBehalfOf: await search.authenticate(personToken),
        targetPluginId: 'catalog',
      });
    const { token } = await request();
    await expect(request()).resolves.toEqual({ token });

    const catalog = await tester.getSubject('catalog');
    for (const attempt of [1, 2]) {
      const { principal } = await catalog.authenticate(token);
      expect({ attempt, principal }).toMatchObject({
        attempt,
        principal: {
          userEntityRef: 'user:default/test',
          actor: { subject: 'plugin:search' },
        },
      });
    }
    const techdocs = await tester.getSubject('techdocs');
    await expect(techdocs.authenticate(token)).rejects.toThrow(
      'Failed plugin token verification',
    );
  });

  it('calls each plugin for itself with a token of its own', async () => {
    const search = await createTester().getSubject('search');
    const request = async (targetPluginId: string) => {
      const onBehalfOf = await search.getOwnServiceCredentials();
      return search.getPluginRequestToken({ onBehalfOf, targetPluginId });
    };
    const first = await request('catalog');
    await expect(request('catalog')).resolves.toEqual(first);
    expect(await request('techdocs')).not.toEqual(first);
  });
});
