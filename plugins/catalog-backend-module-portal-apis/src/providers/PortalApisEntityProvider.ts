import type { ApiEntity } from '@backstage/catalog-model';
import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/**
 * Hands the entities of the portal's own APIs to the catalog once, when the
 * catalog starts: a description changes only with a new version of the portal.
 *
 * @internal
 */
export class PortalApisEntityProvider implements EntityProvider {
  readonly #entities: ApiEntity[];

  constructor(entities: ApiEntity[]) {
    this.#entities = entities;
  }

  getProviderName(): string {
    return 'portal-apis';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    await connection.applyMutation({
      type: 'full',
      entities: this.#entities.map(entity => ({
        entity,
        // a key that stays when an API comes from another provider: the catalog
        // would not let go of the entity as long as it has the old one
        locationKey: `${entity.metadata.name}-api`,
      })),
    });
  }
}
