import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { createEntityReaderCondition } from './entityVisibility';
import { readEntityReaders } from './readEntityReaders';

const conditional = (conditions: object) =>
  readEntityReaders({
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'catalog',
    resourceType: 'catalog-entity',
    conditions: conditions as any,
  });
const of = (...readers: string[]) => createEntityReaderCondition(readers);

describe('readEntityReaders', () => {
  it('says as which readers somebody sees the catalog', () => {
    expect(readEntityReaders({ result: AuthorizeResult.ALLOW })).toBe(
      'everything',
    );
    expect(readEntityReaders({ result: AuthorizeResult.DENY })).toEqual([]);
    expect(conditional(of('a'))).toEqual(['everyone', 'a']);
    expect(conditional({ anyOf: [of('a'), of('b')] })).toEqual([
      'everyone',
      'a',
      'b',
    ]);
    expect(conditional({ allOf: [of('a', 'b'), of('b', 'c')] })).toEqual([
      'everyone',
      'b',
    ]);
  });

  it.each([
    { not: of('a') },
    { rule: 'HAS_LABEL', resourceType: 'catalog-entity', params: {} },
    { anyOf: [of('a'), { rule: 'X', resourceType: 'catalog-entity' }] },
    { allOf: [of('a'), { not: of('b') }] },
    { rule: 'IS_READABLE_BY', resourceType: 'catalog-entity', params: {} },
  ])('does not guess by a condition that it does not know: %j', unknown => {
    expect(conditional(unknown)).toBeUndefined();
  });
});
