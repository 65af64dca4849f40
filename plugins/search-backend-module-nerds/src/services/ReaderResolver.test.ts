import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { ReaderResolver } from './ReaderResolver';

const build = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
});

const toRef = (name: string) => `component:default/${name}`;

function create() {
  const catalog = catalogServiceMock({ entities: [build('a'), build('b')] });
  const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
  const readers = new ReaderResolver({
    permissions: mockServices.permissions.mock(),
    catalog,
  });
  const find = async (names: string[], person = 'jan') => {
    const found = await readers.findReadable(
      names.map(toRef),
      mockCredentials.user(`user:default/${person}`),
    );
    return [...found].sort();
  };
  const listAsked = () =>
    asked.mock.calls.map(([{ entityRefs }]) => [...entityRefs]);
  return { find, listAsked };
}

describe('ReaderResolver', () => {
  it('asks the catalog only for what it was not asked for just now', async () => {
    const { find, listAsked } = create();
    expect(await find(['a', 'gone'])).toEqual([toRef('a')]);
    expect(await find(['a', 'b', 'gone'])).toEqual([toRef('a'), toRef('b')]);
    expect(await find(['b', 'gone'])).toEqual([toRef('b')]);
    expect(listAsked()).toEqual([[toRef('a'), toRef('gone')], [toRef('b')]]);
  });

  it('asks for each person', async () => {
    const { find, listAsked } = create();
    await find(['a'], 'jan');
    await find(['a'], 'els');
    expect(listAsked()).toHaveLength(2);
  });
});
