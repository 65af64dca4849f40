import { Select } from '@backstage/core-components';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  EntityKindFilter,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { useResource } from '@nerds/page-parts';
import { useCallback, useEffect, useRef, useState } from 'react';
import { catalogPagesTranslationRef } from '../../translation';

const KIND = 'kind';
const DEFAULT_KIND = 'component';

function useKinds() {
  const catalogApi = useApi(catalogApiRef);
  const load = useCallback(async () => {
    const { facets } = await catalogApi.getEntityFacets({ facets: [KIND] });
    return (facets[KIND] ?? []).map(({ value, count }) => ({ value, count }));
  }, [catalogApi]);
  return useResource(load).value;
}

/**
 * Which kind of entity the list is of, with how many there are. There is always
 * one: kinds have too little in common for one list.
 *
 * @internal
 */
export function KindFacet() {
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const { filters, updateFilters, queryParameters } = useEntityList();
  const [inAddress] = [queryParameters[KIND]].flat();
  // The facets are made anew when the window becomes small; what was chosen by
  // then is in the filters, and the address that the router knows is older.
  const [chosen, setChosen] = useState(
    filters.kind?.value ?? inAddress ?? DEFAULT_KIND,
  );
  const seen = useRef(inAddress);
  // a link to another kind on this same page
  useEffect(() => {
    if (inAddress && inAddress !== seen.current) setChosen(inAddress);
    seen.current = inAddress;
  }, [inAddress]);

  const kinds = useKinds();
  const value = chosen.toLocaleLowerCase('en-US');
  const known = kinds?.find(
    kind => kind.value.toLocaleLowerCase('en-US') === value,
  );
  const label = known?.value ?? chosen;
  useEffect(() => {
    updateFilters({ kind: new EntityKindFilter(value, label) });
  }, [value, label, updateFilters]);

  if (!kinds) return null;
  // what is chosen can be seen, also when there is nothing of it
  const all = known ? kinds : [...kinds, { value: chosen, count: 0 }];
  const items = [...all]
    .sort((a, b) => a.value.localeCompare(b.value, 'nl'))
    .map(kind => ({
      value: kind.value.toLocaleLowerCase('en-US'),
      label: t('facet.option', {
        label: kind.value,
        total: String(kind.count),
      }),
    }));
  return (
    <Select
      label={t('facet.kind')}
      items={items}
      selected={value}
      onChange={next => setChosen(String(next))}
    />
  );
}

/** Keeps a list to one kind, for a page that is about that alone. @internal */
export function OnlyKind({ kind }: { kind: string }) {
  const { updateFilters } = useEntityList();
  useEffect(() => {
    updateFilters({
      kind: new EntityKindFilter(kind.toLocaleLowerCase('en-US'), kind),
    });
  }, [kind, updateFilters]);
  return null;
}
