import { parseObject, toShortId } from './object';

it.each([
  ['cluster:0b6f', { type: 'thing', thing: 'cluster', id: '0b6f' }],
  ['audit-log:events', { type: 'thing', thing: 'audit-log', id: 'events' }],
  [
    'component:default/balie',
    {
      type: 'entity',
      kind: 'component',
      namespace: 'default',
      name: 'balie',
    },
  ],
  ['location:url:x/y', { type: 'other' }],
  [
    'request:GET /api/catalog',
    { type: 'thing', thing: 'request', id: 'GET /api/catalog' },
  ],
  ['loose', { type: 'other' }],
  ['', { type: 'other' }],
])('takes %s apart', (object, parts) => {
  expect(parseObject(object)).toEqual(parts);
});

it.each([
  ['0b6f1c1e-0000-4000-8000-000000000001', '0b6f1c1e'],
  ['77', '77'],
  ['a-long-name-of-a-pipeline', 'a-long-name-of-a-pipeline'],
])('shortens %s to %s', (id, short) => {
  expect(toShortId(id)).toBe(short);
});
