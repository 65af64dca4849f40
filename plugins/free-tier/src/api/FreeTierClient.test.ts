import { mockApis } from '@backstage/frontend-test-utils';
import type { FreeTierApiError } from './FreeTierApiError';
import { FreeTierClient } from './FreeTierClient';

function setUp(status: number, body?: unknown) {
  const fetch = jest.fn<Promise<Response>, [string, RequestInit]>(
    async () =>
      ({
        ok: status < 400,
        status,
        json: async () => {
          if (body === undefined) throw new SyntaxError('no JSON');
          return body;
        },
      } as Response),
  );
  const client = new FreeTierClient({
    discoveryApi: mockApis.discovery({ baseUrl: 'http://portal' }),
    fetchApi: { fetch: fetch as unknown as typeof globalThis.fetch },
    appLanguageApi: {
      getAvailableLanguages: () => ({ languages: ['nl', 'en'] }),
      getLanguage: () => ({ language: 'nl' }),
      setLanguage: () => {},
      language$: () => {
        throw new Error('not used');
      },
    },
  });
  return { client, fetch };
}

describe('FreeTierClient', () => {
  it('asks for the clusters of a scope in the language of the portal', async () => {
    const { client, fetch } = setUp(200, { items: [{ id: '1' }] });
    await expect(client.listClusters('teams')).resolves.toEqual([{ id: '1' }]);
    expect(fetch).toHaveBeenCalledWith(
      'http://portal/api/free-tier/v1/clusters?scope=teams',
      expect.objectContaining({
        method: 'GET',
        headers: { Accept: 'application/json', 'Accept-Language': 'nl' },
      }),
    );
  });

  it('sends a body as JSON and keeps ids from changing the path', async () => {
    const { client, fetch } = setUp(201, { kind: 'person', kubeconfig: {} });
    await client.issueKubeconfig('../tiers', { kind: 'person' });
    const [url, init] = fetch.mock.calls[0];
    expect(url).toBe(
      'http://portal/api/free-tier/v1/clusters/..%2Ftiers/kubeconfigs',
    );
    expect(init.method).toBe('POST');
    expect(init.body).toBe('{"kind":"person"}');
    expect(init.headers).toMatchObject({ 'Content-Type': 'application/json' });
  });

  it('takes an answer without a body', async () => {
    const { client } = setUp(204);
    await expect(
      client.revokeMachineCredential('1', '2'),
    ).resolves.toBeUndefined();
  });

  it('throws the problem of the API, with its sentence as message', async () => {
    const problem = { status: 409, detail: 'De naam is bezet.', code: 'x' };
    const { client } = setUp(409, problem);
    const error: FreeTierApiError = await client
      .deleteCluster('1')
      .then(() => Promise.reject(new Error('must fail')))
      .catch(caught => caught);
    expect(error).toMatchObject({
      name: 'FreeTierApiError',
      status: 409,
      message: 'De naam is bezet.',
      problem,
    });
  });

  it('throws the status alone when something in between answered', async () => {
    const { client } = setUp(502);
    await expect(client.getCluster('1')).rejects.toMatchObject({
      name: 'FreeTierApiError',
      status: 502,
      problem: undefined,
    });
  });
});
