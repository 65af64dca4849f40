import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback, useMemo } from 'react';
import { FACET_FILTERS, OrganisationFilter } from '../../domain/facetFilters';
import { useFacet } from '../../hooks/useFacet';
import { useOrganisationTree } from '../../hooks/useOrganisationTree';
import { catalogPagesTranslationRef } from '../../translation';
import { FacetPicker } from '../FacetPicker';

const TEXT_FACETS = {
  type: 'spec.type',
  lifecycles: 'spec.lifecycle',
  tags: 'metadata.tags',
} as const;

const OWNED_BY = 'relations.ownedBy';

const LABELS = {
  type: 'facet.type',
  lifecycles: 'facet.lifecycle',
  tags: 'facet.tags',
} as const;

/** A facet on a field whose value people read as it is. @internal */
export function TextFacet({ name }: { name: keyof typeof TEXT_FACETS }) {
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const counts = useFacet(TEXT_FACETS[name]);
  const options = useMemo(
    () =>
      counts &&
      [...counts]
        .map(([value, count]) => ({ value, label: value, count }))
        .sort((a, b) => a.label.localeCompare(b.label, 'nl')),
    [counts],
  );
  return (
    <FacetPicker
      name={name}
      label={t(LABELS[name])}
      options={options}
      toFilter={FACET_FILTERS[name]}
    />
  );
}

/** Who owns it: a team or a person. @internal */
export function OwnerFacet() {
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const counts = useFacet(OWNED_BY);
  const { value: tree } = useOrganisationTree();
  const options = useMemo(
    () => (counts && tree ? tree.toOptions(counts) : undefined),
    [counts, tree],
  );
  return (
    <FacetPicker
      name="owners"
      label={t('facet.owner')}
      options={options}
      toFilter={FACET_FILTERS.owners}
    />
  );
}

/** Which organisation owns it, itself or through a team. @internal */
export function OrganisationFacet() {
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const counts = useFacet(OWNED_BY);
  const { value: tree } = useOrganisationTree();
  const options = useMemo(
    () => (counts && tree ? tree.countPerOrganisation(counts) : undefined),
    [counts, tree],
  );
  const toFilter = useCallback(
    (values: string[]) =>
      new OrganisationFilter(
        values,
        // what is not known yet, or not an organisation, has no other groups
        values.flatMap(value => [value, ...(tree?.groupsOf(value) ?? [])]),
      ),
    [tree],
  );
  return (
    <FacetPicker
      name="organisations"
      label={t('facet.organisation')}
      options={options}
      toFilter={toFilter}
    />
  );
}
