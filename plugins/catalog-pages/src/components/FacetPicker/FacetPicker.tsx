import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  CatalogAutocomplete,
  useEntityList,
  type EntityFilter,
} from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';
import type { CatalogFilters } from '../../domain/facetFilters';
import type { FacetOption } from '../../domain/OrganisationTree';
import { catalogPagesTranslationRef } from '../../translation';

/** @internal */
export interface FacetPickerProps {
  /** Name of the filter, and of the parameter in the address of the page. */
  name: keyof CatalogFilters;
  label: string;
  /** Nothing until they are known. */
  options: FacetOption[] | undefined;
  /** Must keep its identity between renders. */
  toFilter: (values: string[]) => EntityFilter;
}

/**
 * A facet of the list: what can be chosen and how many entities have it. The
 * choice is in the address of the page.
 *
 * @internal
 */
export function FacetPicker(props: FacetPickerProps) {
  const { name, label, options, toFilter } = props;
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const { filters, updateFilters, queryParameters } =
    useEntityList<CatalogFilters>();
  // The facets are made anew when the window becomes small; what was chosen by
  // then is in the filters, and the address that the router knows is older.
  const current: EntityFilter | undefined = filters[name];
  const [chosen, setChosen] = useState(() =>
    [
      (name in filters ? current?.toQueryValue?.() : queryParameters[name]) ??
        [],
    ].flat(),
  );

  useEffect(() => {
    updateFilters({
      [name]: chosen.length > 0 ? toFilter(chosen) : undefined,
    });
  }, [name, chosen, toFilter, updateFilters]);

  // What was chosen stays to be seen and undone, also when nothing has it.
  const missing = chosen.filter(
    value => !options?.some(option => option.value === value),
  );
  const all = [
    ...(options ?? []),
    ...missing.map(value => ({ value, label: value, count: 0 })),
  ];
  if (!options || all.length === 0) return null;
  return (
    <CatalogAutocomplete<FacetOption, true>
      multiple
      disableCloseOnSelect
      name={`${name}-facet`}
      label={label}
      options={all}
      value={all.filter(({ value }) => chosen.includes(value))}
      getOptionSelected={(option, value) => option.value === value.value}
      getOptionLabel={option => option.label}
      renderOption={option =>
        t('facet.option', {
          label: option.label,
          total: String(option.count),
        })
      }
      onChange={(_event, selected) =>
        setChosen(selected.map(({ value }) => value))
      }
    />
  );
}
