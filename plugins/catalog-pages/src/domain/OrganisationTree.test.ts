import type { Entity } from '@backstage/catalog-model';
import { OrganisationTree } from './OrganisationTree';

const group = (name: string, type: string, parent?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name },
  spec: { type, profile: { displayName: `De ${name}` } },
  relations: parent
    ? [{ type: 'childOf', targetRef: `group:default/${parent}` }]
    : [],
});

const tree = new OrganisationTree([
  group('gemeente', 'organization'),
  group('afdeling', 'department', 'gemeente'),
  group('team', 'team', 'afdeling'),
  group('ministerie', 'organization'),
  group('los', 'team'),
  group('ei', 'team', 'kip'),
  group('kip', 'team', 'ei'),
]);

describe('OrganisationTree', () => {
  it.each([
    ['team', 'group:default/gemeente'],
    ['gemeente', 'group:default/gemeente'],
    ['los', undefined],
    ['onbekend', undefined],
    ['kip', undefined],
  ])('finds the organisation of %s', (name, organisation) => {
    expect(tree.organisationOf(`group:default/${name}`)).toBe(organisation);
  });

  it('lists everything that belongs to an organisation', () => {
    expect(tree.groupsOf('group:default/gemeente')).toEqual([
      'group:default/gemeente',
      'group:default/afdeling',
      'group:default/team',
    ]);
  });

  it('adds up what the groups of an organisation own, and what it owns itself', () => {
    const owners = new Map([
      ['group:default/team', 3],
      ['group:default/gemeente', 2],
      ['group:default/ministerie', 1],
      ['group:default/los', 7],
      ['user:default/jan', 1],
    ]);
    expect(tree.countPerOrganisation(owners)).toEqual([
      { value: 'group:default/gemeente', label: 'De gemeente', count: 5 },
      { value: 'group:default/ministerie', label: 'De ministerie', count: 1 },
    ]);
  });

  it('calls by name who it does not know', () => {
    expect(tree.titleOf('user:default/jan')).toBe('jan');
  });
});
