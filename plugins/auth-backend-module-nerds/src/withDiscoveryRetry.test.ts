import { ConfigReader } from '@backstage/config';
import type { OAuthAuthenticator } from '@backstage/plugin-auth-node';
import { withDiscoveryRetry } from './withDiscoveryRetry';

interface Context {
  promise: Promise<string>;
}

/** Starts at the address that discovery found; `discover` is called once per attempt. */
const authenticatorWith = (discover: () => Promise<string>) =>
  withDiscoveryRetry({
    initialize: () => ({ promise: discover() }),
    start: async (_input, { promise }) => ({ url: await promise }),
  } as Partial<OAuthAuthenticator<Context, unknown>> as OAuthAuthenticator<Context, unknown>);

const INPUT = { callbackUrl: 'http://localhost', config: new ConfigReader({}) };
const START = {} as Parameters<
  ReturnType<typeof authenticatorWith>['start']
>[0];

describe('withDiscoveryRetry', () => {
  it('asks once when the provider answers', async () => {
    const discover = jest.fn(async () => 'https://idp');
    const authenticator = authenticatorWith(discover);
    const context = authenticator.initialize(INPUT);
    await authenticator.start(START, context);
    await expect(authenticator.start(START, context)).resolves.toEqual({
      url: 'https://idp',
    });
    expect(discover).toHaveBeenCalledTimes(1);
  });

  it('works again once a provider that was down is back', async () => {
    let up = false;
    const authenticator = authenticatorWith(async () => {
      if (!up) throw new Error('connect ECONNREFUSED 10.1.2.3:443');
      return 'https://idp';
    });
    const context = authenticator.initialize(INPUT);
    await expect(authenticator.start(START, context)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: expect.not.stringContaining('10.1.2.3'),
    });
    up = true;
    await expect(authenticator.start(START, context)).resolves.toEqual({
      url: 'https://idp',
    });
  });
});
