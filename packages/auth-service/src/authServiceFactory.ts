import { authServiceFactory as stockFactory } from '@backstage/backend-defaults/auth';
import {
  coreServices,
  createServiceFactory,
  type AuthService,
  type ServiceFactory,
  type ServiceRef,
} from '@backstage/backend-plugin-api';
import { CachingAuthService } from './CachingAuthService';

/** As `createServiceFactory` of Backstage 1.55 makes it. */
interface StockFactory extends ServiceFactory<AuthService, 'plugin'> {
  version: 'v1';
  featureType: 'service';
  deps: Record<string, ServiceRef<unknown>>;
  factory(deps: Record<string, unknown>): Promise<AuthService>;
}

/**
 * Backstage's own service, with {@link CachingAuthService} before it.
 *
 * @remarks
 * Backstage lets the checking of tokens of plugins be decorated, but not of those
 * of people, and does not export the service. So this reads the registration of
 * the stock service.
 *
 * @public
 */
export const authServiceFactory = createServiceFactory({
  service: coreServices.auth,
  deps: readStockFactory().deps,
  factory: async deps =>
    new CachingAuthService({
      inner: await readStockFactory().factory(deps),
      now: Date.now,
    }),
});

/** @throws Error when the factory is not as it is known here: rather no portal than one that checks no tokens */
function readStockFactory(): StockFactory {
  const stock = stockFactory as Partial<StockFactory>;
  const isKnown =
    stock.version === 'v1' &&
    stock.featureType === 'service' &&
    typeof stock.deps === 'object' &&
    typeof stock.factory === 'function' &&
    !('createRootContext' in stock);
  if (!isKnown) {
    throw new Error('The auth service of this Backstage is not known');
  }
  return stock as StockFactory;
}
