import {
  EntityLifecycleFilter,
  EntityOwnerFilter,
  EntityTagFilter,
  EntityTypeFilter,
  type DefaultEntityFilters,
  type EntityFilter,
} from '@backstage/plugin-catalog-react';

// “Mine”, the owner and the organisation all ask who owns an entity. The list
// merges the filters of its parts by key, so with one key only the last would
// count. The catalog does not look at upper case, so these are three keys here
// and one there.
const OWNED_BY_FOR_OWNERS = 'relations.OwnedBy';
const OWNED_BY_FOR_ORGANISATIONS = 'relations.OWNEDBY';

/** Owned by one of some groups or people. @internal */
export class OwnerFilter extends EntityOwnerFilter {
  getCatalogFilters(): Record<string, string[]> {
    return { [OWNED_BY_FOR_OWNERS]: this.values };
  }
}

/** Owned by one of some organisations, or by a group that belongs to one. @internal */
export class OrganisationFilter implements EntityFilter {
  /**
   * @param values - the organisations, as they go in the address of the page
   * @param groups - they and every group that belongs to them
   */
  constructor(readonly values: string[], readonly groups: string[]) {}

  getCatalogFilters(): Record<string, string[]> {
    return { [OWNED_BY_FOR_ORGANISATIONS]: this.groups };
  }

  toQueryValue(): string[] {
    return this.values;
  }
}

/** The filters of the list, with ours. @internal */
export type CatalogFilters = DefaultEntityFilters & {
  organisations?: OrganisationFilter;
};

/** Builds the filter of a facet out of what was chosen. @internal */
export const FACET_FILTERS = {
  type: (values: string[]) => new EntityTypeFilter(values),
  owners: (values: string[]) => new OwnerFilter(values),
  lifecycles: (values: string[]) => new EntityLifecycleFilter(values),
  tags: (values: string[]) => new EntityTagFilter(values),
};
