import { ConfigReader } from '@backstage/config';
import { findRepositories } from './findRepositories';

it.each([
  [
    'the catalog when there is no forge',
    { app: { baseUrl: 'https://portal.test/' } },
    'https://portal.test/catalog/default/component/',
  ],
  [
    'a forge with its own address',
    {
      forge: { type: 'gitea', host: 'forge.test:3000', organization: 'nerds' },
      integrations: {
        gitea: [
          { host: 'forge.test:3000', baseUrl: 'http://forge.test:3000/' },
        ],
      },
    },
    'http://forge.test:3000/nerds/',
  ],
  [
    'a group of groups',
    {
      forge: {
        type: 'gitlab',
        host: 'gitlab.test',
        organization: 'rijk/projecten',
      },
      integrations: {
        gitlab: [
          { host: 'gitlab.test', apiBaseUrl: 'https://gitlab.test/api/v4' },
        ],
      },
    },
    'https://gitlab.test/rijk/projecten/',
  ],
  [
    'a forge that is known by its host alone',
    { forge: { type: 'github', host: 'github.test', organization: 'nerds' } },
    'https://github.test/nerds/',
  ],
])('finds projects in %s', (_where, data, url) => {
  expect(findRepositories(new ConfigReader(data))).toBe(url);
});
