/**
 * Loaded before the portal's own `src/index.ts`, so that what is measured is the
 * portal itself and not a list of its plugins that grows old here: the backend
 * that it makes gets one module more.
 */
import type { createBackend as createBackendType } from '@backstage/backend-defaults';
import { deliveryModule } from './delivery';

// the object that the portal reads it from too; an import would be a copy of it
const backendDefaults: {
  createBackend: typeof createBackendType;
} = require('@backstage/backend-defaults');
const { createBackend } = backendDefaults;

Object.assign(backendDefaults, {
  createBackend: () => {
    const backend = createBackend();
    backend.add(deliveryModule);
    return backend;
  },
});
