import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { ConnectProxy } from '../__testUtils__/ConnectProxy';
import { FakeRegisterServer } from '../__testUtils__/FakeRegisterServer';
import { SafeHttpClient } from './SafeHttpClient';

const NAME = 'register.example.nl';

describe('SafeHttpClient behind a proxy', () => {
  const trusted = getCACertificates();
  const clients: SafeHttpClient[] = [];
  let proxy: ConnectProxy;

  beforeEach(async () => {
    proxy = await ConnectProxy.start(NAME);
    setDefaultCACertificates([...trusted, proxy.certificate]);
  });
  afterEach(async () => {
    setDefaultCACertificates(trusted);
    await Promise.all(clients.splice(0).map(client => client.close()));
    await proxy.stop();
  });

  const get = (
    address: string,
    options: { allowedHosts?: string[]; url?: string; noProxy?: string } = {},
  ) => {
    const { allowedHosts = [NAME], url = proxy.url, noProxy = '' } = options;
    const client = new SafeHttpClient({
      baseUrl: new URL(`https://${NAME}/v1`),
      allowedHosts,
      allowLoopback: true,
      apiKey: 'sleutel',
      timeoutMs: 5_000,
      retries: 0,
      backoffMs: 0,
      maxBytes: 1_000,
      proxy: { url, noProxy },
    });
    clients.push(client);
    return client.get({
      url: new URL(address),
      signal: new AbortController().signal,
      parse: body => JSON.parse(body),
    });
  };

  it('reads a register through it, and shows the proxy nothing of the request', async () => {
    const url = proxy.url.replace('//', '//portaal:geheim@');
    const answer = await get(`https://${NAME}/v1/apis`, { url });
    expect(answer).toMatchObject({ value: ['gelezen'] });
    expect(proxy.asked).toEqual([`${NAME}:443`]);
    expect(proxy.authorizations).toEqual([
      `Basic ${Buffer.from('portaal:geheim').toString('base64')}`,
    ]);
    expect(proxy.requests).toEqual(['/v1/apis sleutel']);
  });

  it.each([
    'https://intern.example.nl/',
    'https://169.254.169.254/',
    'https://10.0.0.1/',
    `http://${NAME}/v1/apis`,
  ])('does not ask it for %s', async address => {
    // not even for an address that somebody allowed by mistake
    const allowedHosts = [NAME, '169.254.169.254', '10.0.0.1'];
    await expect(get(address, { allowedHosts })).rejects.toMatchObject({
      kind: 'forbidden-address',
    });
    expect(proxy.asked).toEqual([]);
  });

  it('believes nobody who answers under another name', async () => {
    const allowedHosts = ['spiegel.example.nl'];
    await expect(
      get('https://spiegel.example.nl/v1/apis', { allowedHosts }),
    ).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('ERR_TLS_CERT_ALTNAME_INVALID'),
    });
    expect(proxy.requests).toEqual([]);
  });

  it('guards the addresses of what is not to go through it', async () => {
    await expect(
      get('https://localhost/v1/apis', {
        allowedHosts: ['localhost'],
        noProxy: 'localhost',
      }),
    ).rejects.toMatchObject({ kind: 'unavailable' });
    const register = await FakeRegisterServer.start();
    try {
      const { host } = new URL(register.baseUrl);
      register.valueLists['/lijst.json'] = [1];
      const answer = await get(`${register.baseUrl}/lijst.json`, {
        allowedHosts: [host],
      });
      expect(answer).toMatchObject({ value: [1] });
    } finally {
      await register.stop();
    }
    expect(proxy.asked).toEqual([]);
  });

  it('says that the proxy does not let it through', async () => {
    proxy.refusal = '407 Proxy Authentication Required';
    await expect(get(`https://${NAME}/v1/apis`)).rejects.toMatchObject({
      kind: 'unavailable',
    });
    expect(proxy.requests).toEqual([]);
  });
});
