import { parseObject } from './object';

it.each([
  ['cluster:0b6f', { type: 'cluster', kind: 'cluster', id: '0b6f' }],
  ['task:77', { type: 'task', kind: 'task', id: '77' }],
  [
    'component:default/balie',
    {
      type: 'entity',
      kind: 'component',
      namespace: 'default',
      name: 'balie',
    },
  ],
  ['location:url:x/y', { type: 'other', kind: 'location', id: 'url:x/y' }],
  ['token:77', { type: 'other', kind: 'token', id: '77' }],
  ['loose', { type: 'other', kind: '', id: 'loose' }],
  ['', { type: 'other', kind: '', id: '' }],
])('takes %s apart', (object, parts) => {
  expect(parseObject(object)).toEqual(parts);
});
