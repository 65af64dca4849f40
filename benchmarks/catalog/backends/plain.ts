/**
 * A plain Backstage: the catalog and the search as they come, with the search
 * engine for PostgreSQL and without permissions. The auth plugin is there to
 * check who asks, as in every Backstage.
 */
import { createBackend } from '@backstage/backend-defaults';
import { deliveryModule } from './delivery';

const backend = createBackend();
backend.add(import('@backstage/plugin-auth-backend'));
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-pg'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));
backend.add(deliveryModule);
backend.start().catch((error: Error) => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
