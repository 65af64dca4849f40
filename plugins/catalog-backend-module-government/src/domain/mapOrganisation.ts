import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type GroupEntity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_OIN,
  ANNOTATION_SOURCE,
  ANNOTATION_SOURCE_URL,
  ANNOTATION_TOOI_URI,
  GROUP_TYPE_ORGANISATION,
} from '@nerds/plugin-entity-model-common';
import { buildOrganisationName, isTooiUri, REGISTER_NAMESPACE } from './names';
import { toHttpUrl, withValues } from './values';

/** An organisation of the government. @internal */
export interface Organisation {
  uri: string;
  label: string;
  abbreviation?: string;
  oin?: string;
}

/**
 * The Group of an organisation.
 *
 * @param source - the source that names it
 * @internal
 */
export function mapOrganisation(
  organisation: Organisation,
  source: string,
): GroupEntity {
  const { uri, label, abbreviation, oin } = organisation;
  const location = `url:${uri}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: {
      name: buildOrganisationName(uri),
      namespace: REGISTER_NAMESPACE,
      title: label,
      ...(abbreviation && { description: abbreviation }),
      annotations: withValues({
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_TOOI_URI]: isTooiUri(uri) ? uri : undefined,
        [ANNOTATION_OIN]: oin,
        [ANNOTATION_SOURCE]: source,
        [ANNOTATION_SOURCE_URL]: toHttpUrl(uri),
      }),
    },
    spec: {
      type: GROUP_TYPE_ORGANISATION,
      profile: { displayName: label },
      children: [],
    },
  };
}

/**
 * Key that all sources share for the Group of an organisation, so that a source
 * that knows more of it can take it over from one that only names it.
 *
 * @internal
 */
export function toOrganisationLocationKey(uri: string): string {
  return `government-organisation:${uri}`;
}
