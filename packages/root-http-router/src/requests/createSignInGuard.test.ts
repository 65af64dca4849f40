import { encodeOAuthState } from '@backstage/plugin-auth-node';
import request from 'supertest';
import { startPortal, stopPortals } from '../__testUtils__/startPortal';

jest.setTimeout(60_000);

afterAll(stopPortals);

describe('where a sign-in may end', () => {
  let url: string;
  beforeAll(async () => {
    ({ url } = await startPortal({
      baseUrl: 'https://portaal.example.nl',
      authRoutes: (_req, res) => {
        res.json('started');
      },
    }));
  });

  const OWN = ['https://portaal.example.nl/catalog', '/catalog', '/'];
  const FOREIGN = [
    'https://evil.example',
    'https://portaal.example.nl.evil.example/',
    'https://portaal.example.nl@evil.example/',
    'http://portaal.example.nl/',
    '//evil.example',
    '/\\evil.example',
    ['javascript', 'alert(1)'].join(':'),
    'data:text/html,x',
    'https://',
  ];
  const start = (query: Record<string, string>) =>
    request(url)
      .get('/api/auth/oidc/start')
      .query({ env: 'production', flow: 'redirect', ...query });
  const end = (redirectUrl: string) =>
    request(url)
      .get('/api/auth/oidc/handler/frame')
      .query({
        code: 'x',
        // what the provider sends back; the nonce is not known to who made it up
        state: encodeOAuthState({
          nonce: 'x',
          env: 'production',
          flow: 'redirect',
          redirectUrl,
        }),
      });

  it.each(OWN)('starts and ends at %s', async redirectUrl => {
    expect((await start({ redirectUrl })).status).toBe(200);
    expect((await end(redirectUrl)).status).toBe(200);
  });

  it.each(FOREIGN)('never at %s', async address => {
    for (const answer of [
      await start({ redirectUrl: address }),
      await start({ origin: address }),
      await end(address),
    ]) {
      expect(answer.status).toBe(400);
      expect(JSON.parse(answer.text).code).toBe('foreign-redirect');
    }
  });

  it('takes no list of addresses for an address', async () => {
    const answer = await request(url).get(
      '/API/auth/oidc/start/?env=production&redirectUrl=/&redirectUrl=//evil.example',
    );
    expect(answer.status).toBe(400);
  });
});
