import { FakeRegisterServer } from '../__testUtils__/FakeRegisterServer';
import { buildMany, buildApi } from '../__testUtils__/builders';
import { SafeHttpClient } from './SafeHttpClient';
import type { SafeHttpClientOptions } from './SafeHttpClientOptions';

const PATH = '/api-register/apis';

describe('SafeHttpClient', () => {
  let server: FakeRegisterServer;
  let elsewhere: FakeRegisterServer;
  const clients: SafeHttpClient[] = [];
  const waits: number[] = [];

  beforeAll(async () => {
    server = await FakeRegisterServer.start();
    elsewhere = await FakeRegisterServer.start();
  });

  beforeEach(() => {
    server.reset();
    elsewhere.reset();
    waits.length = 0;
    server.apis = buildMany(3, buildApi);
  });

  afterEach(() => Promise.all(clients.splice(0).map(client => client.close())));

  afterAll(() => Promise.all([server.stop(), elsewhere.stop()]));

  const toHost = (address: string) => new URL(address).host;

  function get(
    options: Partial<SafeHttpClientOptions> & {
      address?: string;
      etag?: string;
      signal?: AbortSignal;
    } = {},
  ) {
    const { address, etag, signal, ...rest } = options;
    const client = new SafeHttpClient({
      baseUrl: new URL(server.baseUrl),
      allowedHosts: [toHost(server.baseUrl)],
      allowLoopback: true,
      apiKey: FakeRegisterServer.key,
      timeoutMs: 5_000,
      retries: 2,
      backoffMs: 100,
      maxBytes: 1_000_000,
      wait: async ms => void waits.push(ms),
      ...rest,
    });
    clients.push(client);
    return client.get({
      url: new URL(address ?? `${server.baseUrl}${PATH}`),
      signal: signal ?? new AbortController().signal,
      validators: etag ? { etag } : undefined,
      parse: body => JSON.parse(body),
    });
  }

  it('reads, and asks again only for what has changed', async () => {
    const first = await get();
    expect(first).toMatchObject({
      modified: true,
      headers: { 'total-count': '3' },
    });
    const etag = first.modified ? first.validators.etag : undefined;
    expect(await get({ etag })).toEqual({ modified: false });
    server.apis.pop();
    expect(await get({ etag })).toMatchObject({ modified: true });
  });

  it('follows a redirect to an allowed host, and leaves the key at home', async () => {
    elsewhere.valueLists['/lijst.json'] = [1];
    server.failNext(PATH, { redirectTo: `${elsewhere.baseUrl}/lijst.json` });
    const answer = await get({
      allowedHosts: [toHost(server.baseUrl), toHost(elsewhere.baseUrl)],
    });
    expect(answer).toMatchObject({ value: [1] });
    expect(server.requests[0].headers['x-api-key']).toBe(
      FakeRegisterServer.key,
    );
    expect(elsewhere.requests[0].headers).not.toHaveProperty('x-api-key');
  });

  it.each([
    ['a host that is not allowed', () => `${elsewhere.baseUrl}/lijst.json`],
    ['the metadata service', () => 'http://169.254.169.254/latest/meta-data'],
    ['a private address', () => 'https://10.0.0.1/'],
    ['a file', () => 'file:///etc/passwd'],
    ['somebody’s name', () => server.baseUrl.replace('//', '//user:pass@')],
  ])('does not follow a redirect to %s', async (_, toAddress) => {
    elsewhere.valueLists['/lijst.json'] = [1];
    server.failNext(PATH, { redirectTo: toAddress() });
    await expect(get()).rejects.toMatchObject({ kind: 'forbidden-address' });
    expect(elsewhere.requests).toEqual([]);
    expect(waits).toEqual([]);
  });

  it('goes nowhere private even when the host is allowed', async () => {
    for (const host of ['10.1.2.3', '[fd00::1]', '169.254.169.254']) {
      await expect(
        get({ address: `https://${host}/`, allowedHosts: [host] }),
      ).rejects.toMatchObject({ kind: 'forbidden-address' });
    }
  });

  it('does not connect to a name that is a private address', async () => {
    const address = server.baseUrl
      .replace('http:', 'https:')
      .replace('127.0.0.1', 'localhost');
    await expect(
      get({ address, allowedHosts: [toHost(address)], allowLoopback: false }),
    ).rejects.toMatchObject({
      kind: 'forbidden-address',
      message: expect.stringContaining('localhost'),
    });
  });

  it('refuses plain http, also to this machine unless that is allowed', async () => {
    await expect(get({ allowLoopback: false })).rejects.toMatchObject({
      kind: 'forbidden-address',
    });
    const address = 'http://register.example.nl/';
    await expect(
      get({ address, allowedHosts: ['register.example.nl'] }),
    ).rejects.toMatchObject({ kind: 'forbidden-address' });
    expect(server.requests).toEqual([]);
  });

  it('ends a circle of redirects', async () => {
    const redirectTo = `${server.baseUrl}${PATH}`;
    server.failNext(PATH, ...Array(9).fill({ redirectTo }));
    await expect(get()).rejects.toMatchObject({ kind: 'refused' });
    expect(server.requests).toHaveLength(6);
  });

  it('tries again after a while, and longer when it is asked to', async () => {
    server.failNext(PATH, { status: 503 }, { status: 429, retryAfter: '7' });
    expect(await get()).toMatchObject({ modified: true });
    expect(waits[0]).toBeGreaterThanOrEqual(50);
    expect(waits[0]).toBeLessThanOrEqual(100);
    expect(waits[1]).toBe(7_000);
  });

  it('does not wait for a register that wants to be left alone for an hour', async () => {
    server.failNext(PATH, { status: 429, retryAfter: '3600' });
    await expect(get()).rejects.toMatchObject({
      kind: 'unavailable',
      details: { status: 429 },
    });
    expect(waits).toEqual([]);
  });

  it.each(['cut-off', 'half-json', 'silent'] as const)(
    'tries again when an answer is %s',
    async fault => {
      server.failNext(PATH, fault);
      expect(await get({ timeoutMs: 1_000 })).toMatchObject({ modified: true });
      expect(waits).toHaveLength(1);
    },
  );

  it('does not try again what is refused, and stops after some tries', async () => {
    server.failNext(PATH, { status: 403 });
    await expect(get()).rejects.toMatchObject({ kind: 'refused' });
    server.failNext(PATH, ...Array(3).fill({ status: 500 }));
    await expect(get()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(server.requests).toHaveLength(4);
  });

  it('reads no more than it may', async () => {
    await expect(get({ maxBytes: 500 })).rejects.toMatchObject({
      kind: 'too-large',
    });
    expect(server.requests).toHaveLength(1);
  });

  it('ends when the run is stopped', async () => {
    const stop = new AbortController();
    server.failNext(PATH, 'silent');
    const answer = get({ signal: stop.signal });
    stop.abort();
    await expect(answer).rejects.toMatchObject({ kind: 'aborted' });
  });

  it('keeps the key and the query out of what it says', async () => {
    server.failNext(PATH, { status: 401 });
    const address = `${server.baseUrl}${PATH}?token=geheim`;
    const error = await get({ address }).catch(problem => problem);
    const { message, stack, details } = error;
    const text = JSON.stringify({ message, stack, details });
    expect(text).not.toContain(FakeRegisterServer.key);
    expect(text).not.toContain('geheim');
    const unreachable = await get({
      address: 'http://127.0.0.1:1/',
      allowedHosts: ['127.0.0.1:1'],
      retries: 0,
    }).catch(problem => problem);
    expect(unreachable.message).toContain('ECONNREFUSED');
  });
});
