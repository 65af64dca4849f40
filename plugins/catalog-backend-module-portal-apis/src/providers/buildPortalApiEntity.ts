import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type ApiEntity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_SOURCE,
  SOURCE_PORTAL,
} from '@nerds/plugin-entity-model-common';

/** What the entity is made of. @internal */
export interface PortalApiOptions {
  name: string;
  title: string;
  description: string;
  /** URL of the plugin as a browser reaches it. */
  baseUrl: string;
  /** OpenAPI description, as YAML. */
  definition: string;
}

/**
 * The entity of one of the portal's own APIs.
 *
 * @remarks
 * Its location is the description that the backend serves, so that the catalog
 * links to it. The catalog does not read it from there.
 *
 * @internal
 */
export function buildPortalApiEntity(options: PortalApiOptions): ApiEntity {
  const { name, title, description, baseUrl, definition } = options;
  const location = `url:${baseUrl}/v1/openapi.json`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      name,
      title,
      description,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_SOURCE]: SOURCE_PORTAL,
        'backstage.io/techdocs-entity': 'component:default/nerds-portal',
      },
      tags: ['rest'],
    },
    spec: {
      type: 'openapi',
      lifecycle: 'experimental',
      owner: 'group:default/platform',
      system: 'nerds-portal',
      definition,
    },
  };
}
