import {
  coreServices,
  type BackendFeature,
  type DatabaseService,
  type RootConfigService,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import {
  catalogSourcesServiceRef,
  type CatalogSourcesService,
} from '../CatalogSourcesService';
import { ProvidedEntities } from './ProvidedEntities';
import { RunReporter } from './RunReporter';
import { Secrets } from './Secrets';

/** As `createBackendModule` of Backstage 1.55 makes it. */
interface ModuleRegistration {
  type: 'module-v1.1';
  moduleId: string;
  init: {
    deps: Record<string, { id: string }>;
    func(deps: Record<string, unknown>): Promise<void>;
  };
}

interface ModuleFeature extends BackendFeature {
  getRegistrations(): ModuleRegistration[];
}

/** Names that no module has for what it asks. */
const OWN_DEPS = {
  'catalog-sources.config': coreServices.rootConfig,
  'catalog-sources.database': coreServices.database,
  'catalog-sources.sources': catalogSourcesServiceRef,
};

interface OwnServices {
  'catalog-sources.config': RootConfigService;
  'catalog-sources.database': DatabaseService;
  'catalog-sources.sources': CatalogSourcesService;
}

/**
 * Has a module of Backstage that fills the catalog from a forge or a directory
 * report its runs to the sources of the catalog.
 *
 * @remarks
 * These modules write in the log what went wrong, throw nothing, and count
 * nothing. Backstage has no way to get between such a module and what it is
 * given, so this changes the registration of the module. Another way would be
 * to copy the modules, which would leave out their webhooks.
 *
 * @example
 * ```ts
 * backend.add(reportRuns(import('@backstage/plugin-catalog-backend-module-gitea')));
 * ```
 *
 * @throws Error when the feature is no module as it is known here, for then its
 * runs would go unreported without anybody knowing
 * @public
 */
export async function reportRuns(
  feature: Promise<{ default: BackendFeature }>,
): Promise<{ default: BackendFeature }> {
  const module = toModule((await feature).default);
  const registrations = module.getRegistrations().map(wrapRegistration);
  const wrapped: ModuleFeature = {
    ...module,
    getRegistrations: () => registrations,
  };
  return { default: wrapped };
}

function toModule(feature: BackendFeature): ModuleFeature {
  const { default: inner } = feature as { default?: BackendFeature };
  // What is compiled to CommonJS may come with a default within its default.
  const module = (inner ?? feature) as Partial<ModuleFeature>;
  const isModule = module
    .getRegistrations?.()
    .every(({ type, init }) => type === 'module-v1.1' && init?.deps);
  if (!isModule) {
    throw new Error('reportRuns takes a module of the new backend system');
  }
  return module as ModuleFeature;
}

function wrapRegistration(
  registration: ModuleRegistration,
): ModuleRegistration {
  const { deps, func } = registration.init;
  return {
    ...registration,
    init: {
      deps: { ...deps, ...OWN_DEPS },
      func: async given => {
        const own = given as unknown as OwnServices;
        const wrap = await createWrappers(own);
        const wrapped = Object.entries(deps).map(([name, { id }]) => [
          name,
          wrap[id]?.(given[name] as never) ?? given[name],
        ]);
        await func(Object.fromEntries(wrapped));
      },
    },
  };
}

/** By the id of what a module asks for. */
async function createWrappers(
  own: OwnServices,
): Promise<Record<string, (service: never) => unknown>> {
  const knex = await own['catalog-sources.database'].getClient();
  const reporter = new RunReporter({
    entities: new ProvidedEntities(knex),
    secrets: Secrets.fromConfig(own['catalog-sources.config']),
    sources: own['catalog-sources.sources'],
  });
  return {
    [coreServices.logger.id]: service => reporter.wrapLogger(service),
    [coreServices.scheduler.id]: service => reporter.wrapScheduler(service),
    [catalogProcessingExtensionPoint.id]: service =>
      reporter.wrapProcessing(service),
  };
}
