import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  type EntityProvider,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/** What the benchmark asks. */
interface Delivery {
  type: 'deliver';
  entities: Entity[];
}

/** Writes what the benchmark sends, each message as one delta, in order. */
class DeliveryProvider implements EntityProvider {
  getProviderName(): string {
    return 'benchmark';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    const write = async ({ entities }: Delivery) => {
      await connection.applyMutation({
        type: 'delta',
        added: entities.map(entity => ({ entity, locationKey: 'benchmark' })),
        removed: [],
      });
      process.send?.({ type: 'delivered' });
    };
    process.on('message', (message: Delivery) => {
      if (message.type !== 'deliver') return;
      write(message).catch((error: Error) =>
        process.send?.({ type: 'failed', message: error.stack }),
      );
    });
  }
}

/** Fills the catalog of a backend with what the benchmark sends to its process. */
export const deliveryModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'benchmark-delivery',
  register(reg) {
    reg.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        lifecycle: coreServices.lifecycle,
      },
      async init({ catalog, lifecycle }) {
        catalog.addEntityProvider(new DeliveryProvider());
        // otherwise the channel to the benchmark keeps a stopped backend alive
        lifecycle.addShutdownHook(() => process.disconnect());
      },
    });
  },
});
