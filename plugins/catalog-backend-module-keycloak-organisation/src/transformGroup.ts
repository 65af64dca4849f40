import {
  sanitizeGroupNameTransformer,
  type GroupTransformer,
} from '@backstage-community/plugin-catalog-backend-module-keycloak';
import {
  ANNOTATION_OIN,
  ANNOTATION_TOOI_URI,
} from '@nerds/plugin-entity-model-common';

/** `organization`, or anything else for a team. */
const ATTRIBUTE_TYPE = 'nerds.overheid.nl/type';

/** Attributes of Keycloak that are called as the annotation is. */
const ANNOTATIONS = [ANNOTATION_TOOI_URI, ANNOTATION_OIN];

/**
 * Makes an organisation of a group of which an attribute says that it is one,
 * and a team of any other.
 *
 * @remarks
 * Keycloak sends attributes only with `briefRepresentation: false`.
 *
 * @internal
 */
export const transformGroup: GroupTransformer = async (
  entity,
  group,
  realm,
) => {
  const read = (name: string) => group.attributes?.[name]?.[0];
  const named = await sanitizeGroupNameTransformer(entity, group, realm);
  if (!named) return undefined;
  if (read(ATTRIBUTE_TYPE) !== 'organization') {
    return { ...named, spec: { ...named.spec, type: 'team' } };
  }
  const annotations = Object.fromEntries(
    ANNOTATIONS.flatMap(name => {
      const value = read(name);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return {
    ...named,
    metadata: {
      ...named.metadata,
      annotations: { ...named.metadata.annotations, ...annotations },
    },
    spec: { ...named.spec, type: 'organization' },
  };
};
