import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { CachingAuthService } from './CachingAuthService';
import { buildToken } from './__testUtils__/buildToken';

const MINUTE_MS = 60_000;

const somebody = mockCredentials.user('user:default/somebody');

function create(tokenLifeMs: number) {
  const clock = { ms: 0 };
  const inner = mockServices.auth.mock({
    getPluginRequestToken: async () => ({
      token: buildToken({ expiresInMs: clock.ms + tokenLifeMs }),
    }),
  });
  const auth = new CachingAuthService({ inner, now: () => clock.ms });
  const request = (onBehalfOf = somebody) =>
    auth.getPluginRequestToken({ onBehalfOf, targetPluginId: 'catalog' });
  return { clock, inner, request };
}

describe('CachingAuthService', () => {
  it('makes a token for another plugin once a minute', async () => {
    const { clock, inner, request } = create(60 * MINUTE_MS);
    await Promise.all([request(), request()]);
    clock.ms = MINUTE_MS - 1;
    await request();
    expect(inner.getPluginRequestToken).toHaveBeenCalledTimes(1);
    clock.ms = MINUTE_MS;
    await request();
    expect(inner.getPluginRequestToken).toHaveBeenCalledTimes(2);
  });

  it('calls with no token that has ended', async () => {
    const { clock, inner, request } = create(5_000);
    await request();
    clock.ms = 5_000;
    await request();
    expect(inner.getPluginRequestToken).toHaveBeenCalledTimes(2);
  });

  it('never calls for one person with a token of another', async () => {
    const { inner, request } = create(60 * MINUTE_MS);
    await request();
    await request(mockCredentials.user('user:default/other'));
    expect(inner.getPluginRequestToken).toHaveBeenCalledTimes(2);
  });

  it('makes a token again after an error', async () => {
    const { inner, request } = create(60 * MINUTE_MS);
    inner.getPluginRequestToken.mockRejectedValueOnce(new Error('no key'));
    await expect(request()).rejects.toThrow('no key');
    await expect(request()).resolves.toEqual({ token: expect.any(String) });
  });
});
