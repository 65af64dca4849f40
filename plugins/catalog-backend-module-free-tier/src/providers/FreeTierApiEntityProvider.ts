import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type ApiEntity,
} from '@backstage/catalog-model';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/** What the entity is made of. @public */
export interface FreeTierApiOptions {
  /** URL of the free-tier backend as a browser reaches it. */
  baseUrl: string;
  /** OpenAPI description, as YAML. */
  definition: string;
}

/**
 * The API entity of the free tier.
 *
 * @remarks
 * Its location is the description that the backend serves, so that the catalog
 * links to it. The catalog does not read it from there.
 *
 * @public
 */
export function buildFreeTierApiEntity(options: FreeTierApiOptions): ApiEntity {
  const location = `url:${options.baseUrl}/v1/openapi.json`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      name: 'free-tier',
      title: 'Free-tier API',
      description:
        'Free-tier clusters aanvragen, volgen, verbinden en verwijderen.',
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
      tags: ['kubernetes', 'rest'],
    },
    spec: {
      type: 'openapi',
      lifecycle: 'experimental',
      owner: 'group:default/platform',
      system: 'nerds-portal',
      definition: options.definition,
    },
  };
}

/**
 * Hands the API entity to the catalog once, when the catalog starts: the
 * description changes only with a new version of the portal.
 *
 * @public
 */
export class FreeTierApiEntityProvider implements EntityProvider {
  readonly #options: FreeTierApiOptions;

  constructor(options: FreeTierApiOptions) {
    this.#options = options;
  }

  getProviderName(): string {
    return 'free-tier-api';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await connection.applyMutation({
      type: 'full',
      entities: [
        {
          entity: buildFreeTierApiEntity(this.#options),
          locationKey: this.getProviderName(),
        },
      ],
    });
  }
}
