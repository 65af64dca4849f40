import { mockApis } from '@backstage/frontend-test-utils';
import type { PortalApiError } from '@nerds/page-parts';
import { AccessClient } from './AccessClient';
import { MachineAccessClient } from './MachineAccessClient';

function setUp(status: number, body?: unknown) {
  const fetch = jest.fn<Promise<Response>, [string, RequestInit]>(
    async () =>
      new Response(body === undefined ? null : JSON.stringify(body), {
        status,
      }),
  );
  const options = {
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
  };
  const requests = () =>
    fetch.mock.calls.map(
      ([url, { method }]) => `${method} ${url.replace('http://portal', '')}`,
    );
  return {
    access: new AccessClient(options),
    machines: new MachineAccessClient(options),
    fetch,
    requests,
  };
}

describe('AccessClient', () => {
  it('asks in the language of the portal', async () => {
    const { access, fetch } = setUp(200, { items: [{ role: 'auditor' }] });
    await expect(access.listRoles()).resolves.toEqual([{ role: 'auditor' }]);
    expect(fetch).toHaveBeenCalledWith(
      'http://portal/api/access/v1/roles',
      expect.objectContaining({
        method: 'GET',
        headers: { Accept: 'application/json', 'Accept-Language': 'nl' },
      }),
    );
  });

  it('calls the addresses that the API describes', async () => {
    const { access, requests } = setUp(200, { items: [] });
    await access.getOwnAccess();
    await access.listPeople();
    await access.grantRole({ role: 'auditor', subject: 'x', reason: 'y' });
    await access.revokeRole('../roles');
    await access.listReviews();
    await access.getReview('1');
    await access.startReview('group:default/a');
    await access.refreshReview('1');
    await access.decide('1', [{ itemId: '2', decision: 'confirm' }]);
    await access.completeReview('1');
    expect(requests()).toEqual([
      'GET /api/access/v1/me',
      'GET /api/access/v1/people',
      'POST /api/access/v1/role-grants',
      'DELETE /api/access/v1/role-grants/..%2Froles',
      'GET /api/access/v1/reviews',
      'GET /api/access/v1/reviews/1',
      'POST /api/access/v1/reviews',
      'POST /api/access/v1/reviews/1/refreshes',
      'POST /api/access/v1/reviews/1/decisions',
      'POST /api/access/v1/reviews/1/completion',
    ]);
  });

  it('sends many decisions in as many requests as the API needs', async () => {
    const { access, fetch } = setUp(200, { id: '1' });
    const decisions = Array.from({ length: 120 }, (_, index) => ({
      itemId: `${index}`,
      decision: 'confirm' as const,
    }));
    await expect(access.decide('1', decisions)).resolves.toEqual({ id: '1' });
    const sizes = fetch.mock.calls.map(
      ([, { body }]) => JSON.parse(String(body)).items.length,
    );
    expect(sizes).toEqual([50, 50, 20]);
  });

  it('throws the problem of the API, with its sentence as message', async () => {
    const problem = { status: 409, detail: 'Dat kan niet.', code: 'x' };
    const { access } = setUp(409, problem);
    const error: PortalApiError = await access
      .revokeRole('1')
      .then(() => Promise.reject(new Error('must fail')))
      .catch(caught => caught);
    expect(error).toMatchObject({
      name: 'PortalApiError',
      status: 409,
      message: 'Dat kan niet.',
      problem,
    });
  });

  it('throws the status alone when something in between answered', async () => {
    const { access } = setUp(502);
    await expect(access.getOwnAccess()).rejects.toMatchObject({
      name: 'PortalApiError',
      status: 502,
      problem: undefined,
    });
  });
});

describe('MachineAccessClient', () => {
  it('calls the addresses that the API describes', async () => {
    const { machines, requests } = setUp(200, { items: [] });
    await machines.listPermissions();
    await machines.listTokens();
    await machines.createToken({
      name: 'a',
      team: 'b',
      permissions: ['c'],
      lifetimeDays: 1,
    });
    await machines.listWorkloadIdentities();
    await machines.revokeToken('1/2');
    expect(requests()).toEqual([
      'GET /api/machine-access/v1/permissions',
      'GET /api/machine-access/v1/tokens',
      'POST /api/machine-access/v1/tokens',
      'GET /api/machine-access/v1/workload-identities',
      'DELETE /api/machine-access/v1/tokens/1%2F2',
    ]);
  });

  it('takes an answer without a body', async () => {
    const { machines } = setUp(204);
    await expect(machines.revokeToken('1')).resolves.toBeUndefined();
  });
});
