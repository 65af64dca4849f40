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
        locationKey: this.getProviderName(),
      })),
    });
  }
}
