import { parseEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { ANNOTATION_TOOI_URI } from '@nerds/plugin-entity-model-common';

/** An organisation of the government, as files of a project name it. @public */
export interface Organisation {
  /** In full. */
  name: string;
  /** In TOOI, the list of government organisations. */
  uri: string;
}

/** More than anyone looks through; whoever does not see theirs types on. */
const LIMIT = 20;

/** A team is seldom further away; and groups may be each other's parent. */
const MAX_LEVELS = 5;

const FIELDS = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'spec.type',
  'spec.parent',
  'spec.profile',
];

function toOrganisation({ metadata, spec }: Entity): Organisation | undefined {
  const uri = metadata.annotations?.[ANNOTATION_TOOI_URI];
  if (spec?.type !== 'organization' || !uri) return undefined;
  const { displayName } = (spec.profile ?? {}) as { displayName?: string };
  return { name: displayName ?? metadata.title ?? metadata.name, uri };
}

/**
 * Organisations of the catalog that are in TOOI.
 *
 * @param text - part of the name; without it the first ones in the alphabet
 * @internal
 */
export async function listOrganisations(
  catalogApi: CatalogApi,
  text: string,
): Promise<Organisation[]> {
  const { items } = await catalogApi.queryEntities({
    filter: { kind: 'group', 'spec.type': 'organization' },
    ...(text.trim() && {
      fullTextFilter: {
        term: text.trim(),
        fields: ['metadata.title', 'metadata.name', 'spec.profile.displayname'],
      },
    }),
    orderFields: { field: 'metadata.title', order: 'asc' },
    fields: FIELDS,
    limit: LIMIT,
  });
  return items
    .map(toOrganisation)
    .filter(organisation => organisation !== undefined);
}

/**
 * The organisation that a team is of: the nearest of the groups above it that is
 * one.
 *
 * @param team - entity ref
 * @internal
 */
export async function findOrganisationOf(
  catalogApi: CatalogApi,
  team: string,
): Promise<Organisation | undefined> {
  let ref = team;
  for (let level = 0; level < MAX_LEVELS; level += 1) {
    const group = await catalogApi.getEntityByRef(ref);
    const organisation = group && toOrganisation(group);
    if (organisation) return organisation;
    const parent = group?.spec?.parent;
    if (typeof parent !== 'string') return undefined;
    const { kind, namespace, name } = parseEntityRef(parent, {
      defaultKind: 'group',
      defaultNamespace: group?.metadata.namespace ?? 'default',
    });
    ref = `${kind}:${namespace}/${name}`;
  }
  return undefined;
}
