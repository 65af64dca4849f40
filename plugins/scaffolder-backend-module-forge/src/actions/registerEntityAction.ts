import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  ConflictError,
  InputError,
  isError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { formatMessage, type Language } from '../messages';
import type { ConfiguredForge } from './publishRepositoryAction';
import { examples } from './registerEntityAction.examples';

const POLL_MS = 500;

/** Of the catalog, over a restart of the portal's other replicas. */
const RETRY_DELAYS_SECONDS = [1, 2, 5];

/** The catalog takes seconds, a catalog that is very busy a minute. */
const DEFAULT_TIMEOUT_SECONDS = 120;

interface Registration {
  entityUrl: string;
  /** Complete, in lower case. */
  entityRef: string;
  language: Language;
  credentials: BackstageCredentials;
  signal?: AbortSignal;
}

/** What the catalog refuses is final; anything else may be better in a moment. */
const REFUSALS = [
  'InputError',
  'NotAllowedError',
  'NotFoundError',
  'ConflictError',
];

/** The catalog's own error is inside the one of its client. */
function unwrap(error: unknown): { name: string; message: string } {
  if (!isError(error)) return { name: 'Error', message: String(error) };
  return error.name === 'ResponseError' && isError(error.cause)
    ? error.cause
    : error;
}

async function askCatalog<T>(
  { language, signal }: Registration,
  ask: () => Promise<T>,
): Promise<T> {
  for (const seconds of [...RETRY_DELAYS_SECONDS, 0]) {
    try {
      return await ask();
    } catch (error) {
      if (REFUSALS.includes(unwrap(error).name)) throw error;
      if (seconds === 0) break;
      await sleep(seconds * 1000, undefined, { signal });
    }
  }
  throw new ServiceUnavailableError(
    formatMessage('catalogUnreachable', language),
  );
}

function toEntityRef(entityRef: string, language: Language): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(entityRef, { defaultKind: 'component' }),
    );
  } catch {
    throw new InputError(formatMessage('invalidRef', language, { entityRef }));
  }
}

/** Lets the catalog read the file, and looks whether it is about this entity. */
async function checkEntity(
  catalog: CatalogService,
  registration: Registration,
): Promise<void> {
  const { entityUrl: url, entityRef, language, credentials } = registration;
  const location = { type: 'url', target: url, dryRun: true };
  const read = async () => {
    const { entities } = await askCatalog(registration, () =>
      catalog.addLocation(location, { credentials }),
    );
    return entities.map(stringifyEntityRef);
  };
  const found = await read().catch(error => {
    const { name, message } = unwrap(error);
    if (name !== 'InputError' && name !== 'NotFoundError') throw error;
    const values = { url, reason: message.split('\n')[0] };
    throw new InputError(formatMessage('invalidEntity', language, values));
  });
  if (!found.includes(entityRef)) {
    const values = { url, entityRef, found: found.join(', ') || '-' };
    throw new InputError(formatMessage('wrongEntity', language, values));
  }
}

async function addLocation(
  catalog: CatalogService,
  registration: Registration,
): Promise<void> {
  const { entityUrl: target, credentials } = registration;
  try {
    await askCatalog(registration, () =>
      catalog.addLocation({ type: 'url', target }, { credentials }),
    );
  } catch (error) {
    // of an attempt before this one
    if (unwrap(error).name !== 'ConflictError') throw error;
  }
}

/** @returns whether it is there from this file; throws when it is from another */
async function isRegistered(
  catalog: CatalogService,
  registration: Registration,
): Promise<boolean> {
  const { entityUrl, entityRef, language, credentials } = registration;
  const entity = await askCatalog(registration, () =>
    catalog.getEntityByRef(entityRef, { credentials }),
  );
  if (!entity) return false;
  const origin = entity.metadata.annotations?.[ANNOTATION_LOCATION];
  if (origin === `url:${entityUrl}`) return true;
  throw new ConflictError(
    formatMessage('entityTaken', language, { entityRef }),
  );
}

async function waitUntilRegistered(
  catalog: CatalogService,
  registration: Registration,
  timeoutSeconds: number,
): Promise<void> {
  const { entityRef, language, signal } = registration;
  const deadline = Date.now() + timeoutSeconds * 1000;
  while (!(await isRegistered(catalog, registration))) {
    if (Date.now() >= deadline) {
      const seconds = timeoutSeconds;
      throw new Error(
        formatMessage('notInTime', language, { entityRef, seconds }),
      );
    }
    await sleep(POLL_MS, undefined, { signal });
  }
}

/**
 * Scaffolder action `forge:register-entity`: registers a project of the
 * organisation's forge in the catalog, with the rights of the person who
 * started the task, and waits until it is there. It may run again at any time.
 * @internal
 */
export function createRegisterEntityAction(options: {
  catalog: CatalogService;
  configured: ConfiguredForge | undefined;
  /** Default 120. */
  timeoutSeconds?: number;
}) {
  const {
    catalog,
    configured,
    timeoutSeconds = DEFAULT_TIMEOUT_SECONDS,
  } = options;
  return createTemplateAction({
    id: 'forge:register-entity',
    description:
      'Registers a project of the forge in the catalog and waits until it is there.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityUrl: z =>
          z.string().describe('Its catalog-info.yaml, in the own forge'),
        entityRef: z => z.string().describe('component:default/my-service'),
        language: z =>
          z
            .enum(['nl', 'en'])
            .optional()
            .describe('Language of the messages in the log, default nl'),
      },
      output: {
        entityRef: z => z.string().describe('Complete entity ref'),
      },
    },
    async handler(ctx) {
      const { entityUrl, language = 'nl' } = ctx.input;
      const { logger, signal } = ctx;
      if (!configured) {
        throw new InputError(formatMessage('notConfigured', language));
      }
      const entityRef = toEntityRef(ctx.input.entityRef, language);
      ctx.output('entityRef', entityRef);
      if (ctx.isDryRun) {
        logger.info(formatMessage('dryRunRegister', language, { entityRef }));
        return;
      }
      const expected = configured.forge.projectsUrl;
      if (!URL.parse(entityUrl)?.href.startsWith(expected)) {
        throw new InputError(
          formatMessage('foreignUrl', language, { url: entityUrl, expected }),
        );
      }
      const credentials = await ctx.getInitiatorCredentials();
      const registration = {
        ...{ entityUrl, entityRef, language, credentials, signal },
      };
      logger.info(formatMessage('registering', language, { entityRef }));
      try {
        if (!(await isRegistered(catalog, registration))) {
          await checkEntity(catalog, registration);
          await addLocation(catalog, registration);
          await waitUntilRegistered(catalog, registration, timeoutSeconds);
        }
      } catch (error) {
        throw signal?.aborted
          ? new Error(formatMessage('cancelled', language))
          : error;
      }
      logger.info(formatMessage('registered', language, { entityRef }));
    },
  });
}
