import { mockApis } from '@backstage/frontend-test-utils';
import { AuditLogClient } from './AuditLogClient';

function setUp(status: number, body?: unknown) {
  const content = new Blob(['content']);
  const fetch = jest.fn<Promise<Response>, [string, RequestInit]>(
    async () =>
      ({
        ok: status < 400,
        status,
        blob: async () => content,
        json: async () => {
          if (body === undefined) throw new SyntaxError('no JSON');
          return body;
        },
      } as Response),
  );
  const client = new AuditLogClient({
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
  return { client, fetch, content };
}

describe('AuditLogClient', () => {
  it('asks for a page of events in the language of the portal', async () => {
    const page = { items: [], nextCursor: 'next' };
    const { client, fetch } = setUp(200, page);
    await expect(
      client.listEvents({ object: 'cluster:1&x=2', result: 'refused' }, 'a/b'),
    ).resolves.toEqual(page);
    expect(fetch).toHaveBeenCalledWith(
      'http://portal/api/audit-log/v1/events?object=cluster%3A1%26x%3D2&result=refused&limit=50&cursor=a%2Fb',
      expect.objectContaining({
        method: 'GET',
        headers: { Accept: 'application/json', 'Accept-Language': 'nl' },
      }),
    );
  });

  it('gets an export as the content of a file, with the same filters', async () => {
    const { client, fetch, content } = setUp(200);
    await expect(
      client.exportEvents({ team: 'group:default/burgerzaken' }, 'csv'),
    ).resolves.toBe(content);
    expect(fetch.mock.calls[0][0]).toBe(
      'http://portal/api/audit-log/v1/events/export?format=csv&team=group%3Adefault%2Fburgerzaken',
    );
  });

  it('has the chain checked', async () => {
    const outcome = { state: 'intact', checkedCount: 1 };
    const { client, fetch } = setUp(200, outcome);
    await expect(client.verifyChain()).resolves.toEqual(outcome);
    expect(fetch).toHaveBeenCalledWith(
      'http://portal/api/audit-log/v1/verifications',
      expect.objectContaining({ method: 'POST' }),
    );
  });

  it('throws the problem of the API, with its sentence as message', async () => {
    const problem = { status: 403, detail: 'U mag dit niet.', code: 'x' };
    const { client } = setUp(403, problem);
    await expect(client.listEvents({})).rejects.toMatchObject({
      name: 'AuditLogApiError',
      status: 403,
      message: 'U mag dit niet.',
      problem,
    });
  });

  it('throws the status alone when something in between answered', async () => {
    const { client } = setUp(502);
    await expect(client.exportEvents({}, 'jsonl')).rejects.toMatchObject({
      name: 'AuditLogApiError',
      status: 502,
      problem: undefined,
    });
  });
});
