import type { Entity } from '@backstage/catalog-model';
import { findOwnerRef } from './findOwnerRef';

const buildEntity = (owner: unknown, namespace?: unknown): Entity =>
  ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'parkeren', namespace },
    spec: { type: 'service', owner },
  } as Entity);

describe('findOwnerRef', () => {
  it.each([
    ['parkeren', undefined, 'group:default/parkeren'],
    ['Parkeren', 'gemeente', 'group:gemeente/parkeren'],
    ['user:els', 'gemeente', 'user:gemeente/els'],
    ['group:default/parkeren', 'gemeente', 'group:default/parkeren'],
    ['parkeren', 7, 'group:default/parkeren'],
  ])('reads %j in namespace %j as %s', (owner, namespace, expected) => {
    expect(findOwnerRef(buildEntity(owner, namespace))).toBe(expected);
  });

  it.each([undefined, 7, '', 'group:', ['parkeren']])(
    'knows no owner by %j',
    owner => {
      expect(findOwnerRef(buildEntity(owner))).toBeUndefined();
    },
  );
});
