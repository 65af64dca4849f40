import { toEntityName } from './entityName';

it.each([
  ['group:default/burgerzaken', 'burgerzaken'],
  ['user:machine/build', 'machine/build'],
  ['plugin:catalog', 'plugin:catalog'],
  ['unknown', 'unknown'],
  ['a/b/c', 'a/b/c'],
])('%s is for people %s', (ref, name) => {
  expect(toEntityName(ref)).toBe(name);
});
