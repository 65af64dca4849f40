import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { READABLE_BY_ANNOTATION } from '@nerds/plugin-access-common';
import { CurrentReaders } from './CurrentReaders';

const TEAM = 'group:default/burgerzaken';

const build = (name: string, reader?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    ...(reader && { annotations: { [READABLE_BY_ANNOTATION]: reader } }),
  },
});

const toRef = (name: string) => `component:default/${name}`;

function create() {
  const catalog = catalogServiceMock({
    entities: [build('open', 'everyone'), build('own', TEAM), build('unknown')],
  });
  const asked = jest.spyOn(catalog, 'getEntitiesByRefs');
  const current = new CurrentReaders({ auth: mockServices.auth(), catalog });
  const filter = async (names: string[], readers = ['everyone']) => {
    const found = await current.filterReadable(names.map(toRef), readers);
    return [...found];
  };
  const listAsked = () =>
    asked.mock.calls.map(([{ entityRefs }]) => [...entityRefs]);
  return { asked, filter, listAsked };
}

describe('CurrentReaders', () => {
  it('leaves what one of the readers may see', async () => {
    const { filter } = create();
    const names = ['open', 'own', 'unknown', 'gone'];
    expect(await filter(names)).toEqual([toRef('open')]);
    expect(await filter(names, ['everyone', TEAM])).toEqual([
      toRef('open'),
      toRef('own'),
    ]);
    expect(await filter(names, [])).toEqual([]);
  });

  it('asks the catalog once for what many ask', async () => {
    const { filter, listAsked } = create();
    await Promise.all([filter(['open', 'own']), filter(['own', 'gone'])]);
    await filter(['open', 'gone', 'unknown'], [TEAM]);
    expect(listAsked()).toEqual([
      [toRef('open'), toRef('own'), toRef('gone')],
      [toRef('unknown')],
    ]);
  });

  it('asks again after a failure', async () => {
    const { asked, filter } = create();
    asked.mockRejectedValueOnce(new Error('no catalog'));
    await expect(filter(['open'])).rejects.toThrow('no catalog');
    expect(await filter(['open'])).toEqual([toRef('open')]);
  });
});
