import path from 'node:path';
import type { Config } from '@backstage/config';
import { ConfigSources, FileConfigSource } from '@backstage/config-loader';

const REPOSITORY = path.resolve(__dirname, '../../..');

/** The configuration of a portal in production, as it starts with this environment. */
async function readConfig(env: Record<string, string>): Promise<Config> {
  const sources = ['app-config.yaml', 'app-config.production.yaml'].map(file =>
    FileConfigSource.create({
      path: path.join(REPOSITORY, file),
      substitutionFunc: async name => env[name],
      watch: false,
    }),
  );
  const config = await ConfigSources.toConfig(ConfigSources.merge(sources));
  config.close();
  return config;
}

describe('the configuration for production', () => {
  it('has no forge and no register of its own, nor those of the local stack', async () => {
    const config = await readConfig({});
    expect(config.has('forge.type')).toBe(false);
    expect(config.getConfigArray('integrations.gitea')).toEqual([]);
    expect(config.has('catalog.providers.gitea')).toBe(false);
    const government = config.getConfig('catalog.providers.government');
    expect(
      government.keys().filter(key => government.has(`${key}.baseUrl`)),
    ).toEqual([]);
  });

  it('takes them from the environment', async () => {
    const config = await readConfig({
      FORGE_TYPE: 'gitlab',
      FORGE_HOST: 'gitlab.example.nl',
      FORGE_ORGANIZATION: 'rijk/projecten',
      API_REGISTER_URL: 'https://registers.example.nl/api',
      DON_API_KEY: 'key',
    });
    expect(config.get('forge')).toEqual({
      type: 'gitlab',
      host: 'gitlab.example.nl',
      organization: 'rijk/projecten',
      visibility: 'private',
    });
    expect(
      config.get('catalog.providers.government.apiRegister'),
    ).toMatchObject({
      baseUrl: 'https://registers.example.nl/api',
      apiKey: 'key',
    });
  });
});
