import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readGovernmentConfig } from './config';

const read = (government?: JsonObject, env: NodeJS.ProcessEnv = {}) =>
  readGovernmentConfig(
    new ConfigReader({
      catalog: { providers: { ...(government && { government }) } },
    }),
    env,
  );

const BASE = { baseUrl: 'https://api.example.nl/register/v1/' };

describe('readGovernmentConfig', () => {
  it('has no sources unless they are configured', () => {
    expect(read()).toEqual([]);
    expect(read({})).toEqual([]);
  });

  it('leaves a register off that has no address', () => {
    const sources = read({
      apiRegister: { apiKey: 'sleutel' },
      ossRegister: { ...BASE, apiKey: 'sleutel' },
    });
    expect(sources.map(({ key }) => key)).toEqual(['ossRegister']);
  });

  it.each<[string, JsonObject, NodeJS.ProcessEnv, object | undefined]>([
    ['none', {}, {}, undefined],
    [
      'the environment',
      {},
      { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '.rijk.nl' },
      { url: 'http://proxy:3128', noProxy: '.rijk.nl' },
    ],
    [
      'the configuration',
      { proxy: { url: 'https://own:3128', noProxy: 'a.nl' } },
      { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: '.rijk.nl' },
      { url: 'https://own:3128', noProxy: 'a.nl' },
    ],
  ])('takes the proxy from %s', (_, government, env, proxy) => {
    const [source] = read({ ...government, apiRegister: BASE }, env);
    expect(source.http.proxy).toEqual(proxy);
  });

  it.each<[string, JsonObject, NodeJS.ProcessEnv]>([
    ['proxy.url', { proxy: { url: 'socks5://x:geheim@proxy' } }, {}],
    ['HTTPS_PROXY', {}, { HTTPS_PROXY: 'proxy:geheim@x' }],
  ])('says that %s is no proxy, without its password', (key, own, env) => {
    expect(() => read(own, env)).toThrow(key);
    expect(() => read(own, env)).not.toThrow('geheim');
  });

  it('fills in what is not said', () => {
    const [source] = read({ apiRegister: BASE });
    expect(source).toMatchObject({
      sourceId: 'api-register',
      baseUrl: 'https://api.example.nl/register/v1',
      pageUrl: undefined,
      http: {
        allowedHosts: ['api.example.nl'],
        allowLoopback: false,
        apiKey: undefined,
        timeoutMs: 30_000,
        retries: 3,
        backoffMs: 1_000,
      },
      vanish: {
        graceTimeMs: 14 * 86_400_000,
        removeAfterMs: 365 * 86_400_000,
        maxVanishedShare: 0.2,
      },
      detailLifetimeMs: 86_400_000,
    });
  });

  it('reads what is said', () => {
    const [source] = read({
      organisations: {
        ...BASE,
        pageUrl: 'https://www.example.nl/apis/',
        apiKey: ' sleutel ',
        schedule: { frequency: { hours: 1 }, timeout: { minutes: 5 } },
        timeout: { seconds: 5 },
        retries: 0,
        allowedHosts: ['mirror.example.nl', 'mirror.example.nl:8443'],
        graceTime: { days: 2 },
        lists: ['rwc_gemeenten_compleet.json'],
        oins: [
          {
            tooiUri: 'https://identifier.overheid.nl/tooi/id/gemeente/gm0363',
            oin: '00000001002564440000',
          },
        ],
      },
    });
    expect(source).toMatchObject({
      sourceId: 'organisations',
      pageUrl: 'https://www.example.nl/apis',
      schedule: { frequency: { hours: 1 } },
      http: {
        allowedHosts: [
          'api.example.nl',
          'mirror.example.nl',
          'mirror.example.nl:8443',
        ],
        apiKey: 'sleutel',
        timeoutMs: 5_000,
        retries: 0,
      },
      vanish: { graceTimeMs: 2 * 86_400_000 },
      lists: ['rwc_gemeenten_compleet.json'],
    });
    expect([...source.oins.values()]).toEqual(['00000001002564440000']);
  });

  it.each<[string, JsonObject, string]>([
    ['an unknown source', { apiregister: BASE }, 'apiregister'],
    ['plain http', { apiRegister: { baseUrl: 'http://x.nl' } }, 'baseUrl'],
    [
      'plain http elsewhere than here',
      { apiRegister: { baseUrl: 'http://x.nl', allowLoopback: true } },
      'baseUrl',
    ],
    [
      'plain http here without asking for it',
      { apiRegister: { baseUrl: 'http://127.0.0.1' } },
      'baseUrl',
    ],
    ['a query', { apiRegister: { baseUrl: 'https://x.nl/?a=b' } }, 'baseUrl'],
    [
      'an address for a host',
      { ossRegister: { ...BASE, allowedHosts: ['https://x.nl'] } },
      'ossRegister.allowedHosts',
    ],
    [
      'no time at all',
      { apiRegister: { ...BASE, timeout: { seconds: 0 } } },
      'apiRegister.timeout',
    ],
    [
      'a grace time before it is gone',
      { apiRegister: { ...BASE, graceTime: { days: -1 } } },
      'graceTime',
    ],
    ['too many retries', { apiRegister: { ...BASE, retries: 11 } }, 'retries'],
    [
      'a share above one',
      { apiRegister: { ...BASE, maxVanishedShare: 20 } },
      'maxVanishedShare',
    ],
    ['no value lists', { organisations: BASE }, 'lists'],
    [
      'an OIN that is none',
      {
        organisations: {
          ...BASE,
          lists: [],
          oins: [
            {
              tooiUri: 'https://identifier.overheid.nl/tooi/id/gemeente/gm0363',
              oin: '123',
            },
          ],
        },
      },
      'oins',
    ],
  ])('refuses %s', (_, government, key) => {
    expect(() => read(government)).toThrow(key);
  });
});
