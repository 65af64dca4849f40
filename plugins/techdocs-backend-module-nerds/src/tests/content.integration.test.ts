import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  buildEntity,
  startDocsBackend,
} from '../__testUtils__/startDocsBackend';
import { createTestDatabases } from '../__testUtils__/testDatabase';

jest.setTimeout(120_000);

const initDatabase = createTestDatabases();

describe('published pages', () => {
  const directory = createMockDirectory();
  let backend: Awaited<ReturnType<typeof startDocsBackend>>;

  const read = async (path: string) => {
    const answer = await backend.get(`/static/docs/${path}`);
    return { status: answer.status, text: await answer.text() };
  };

  beforeAll(async () => {
    directory.setContent({
      'site/default/component/open': {
        'index.html': 'voor iedereen',
        'een & twee.html': 'ook voor iedereen',
      },
      // in the catalog there is no such entity for who asks here
      'site/default/component/apart': { 'index.html': 'van een ander team' },
    });
    backend = await startDocsBackend({
      entities: [buildEntity(directory, 'open')],
      publisher: {
        type: 'local',
        local: { publishDirectory: directory.resolve('site') },
      },
      knex: await initDatabase(),
    });
  });

  afterAll(() => backend?.stop());

  it('are there for who may see what they are of', async () => {
    const { text } = await read('default/component/open/index.html');
    expect(text).toBe('voor iedereen');
    const named = await read('default/component/open/een%20%26%20twee.html');
    expect(named.text).toBe('ook voor iedereen');
  });

  it.each([
    'default/component/apart/index.html',
    'default/component/open/..%2fapart/index.html',
    'default/component/open/%2E%2E%2Fapart%2findex.html',
    'default/component/open/..%5capart/index.html',
    'default/component%2fapart%2findex.html',
    'default%2fcomponent%2fapart/index.html',
  ])('are not for others, however it is asked: %s', async path => {
    const { status, text } = await read(path);
    expect(text).not.toContain('van een ander team');
    expect(status).toBe(404);
  });
});
