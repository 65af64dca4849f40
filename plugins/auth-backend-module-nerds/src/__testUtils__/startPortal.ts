import { createServiceFactory } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ServiceUnavailableError } from '@backstage/errors';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { accessServiceRef, type SignIn } from '@nerds/plugin-access-node';
import type { Knex } from 'knex';
import authModuleNerds from '..';
import { TestBrowser } from './TestBrowser';

/** As the provider knows the portal; the browser of a test knows where it really is. */
export const PORTAL = 'http://localhost:7007';
const CALLBACK = `${PORTAL}/api/auth/oidc/handler/frame`;

/** What the portal has to know about a provider. */
export interface ProviderDetails {
  metadataUrl: string;
  /** Absent: its certificate is one that Node trusts, or it has none. */
  caFile?: string;
  portalClientId: string;
  portalClientSecret: string;
}

/** The portal as far as signing in goes, over HTTP, on a real database. */
export interface TestPortal {
  newBrowser(): TestBrowser;
  audited: JsonObject[];
  logged: string[];
  signIns: SignIn[];
  /** What the access plugin does with the next sign-ins. */
  access: { revoked: string[]; isDown: boolean };
  catalog: { isDown: boolean; asked: number };
  /** Ownership of a person, as other plugins get to know it. */
  readOwnership(userEntityRef: string): Promise<string[] | undefined>;
  stop(): Promise<void>;
}

export async function startPortal(options: {
  provider: ProviderDetails;
  knex: Knex;
  entities?: Entity[];
  /** On top of what the provider needs. */
  oidc?: JsonObject;
}): Promise<TestPortal> {
  const { knex, provider } = options;
  const recorder = createRecorder();
  const access = { revoked: [] as string[], isDown: false };
  const signIns: SignIn[] = [];
  const catalog = createCatalog(options.entities ?? []);
  const backend = await startTestBackend({
    features: [
      authPlugin,
      authModuleNerds,
      mockServices.rootConfig.factory({
        data: buildConfig(provider, options.oidc),
      }),
      mockServices.database.factory({ knex }),
      recorder.auditor,
      recorder.logger,
      catalog.factory,
      createServiceFactory({
        service: accessServiceRef,
        deps: {},
        factory: () => ({
          getPolicySnapshot: async () => ({ grants: [], revokedMembers: [] }),
          recordSignIn: async signIn => {
            if (access.isDown) {
              throw new ServiceUnavailableError('access is down');
            }
            signIns.push(signIn);
            return {
              teams: signIn.teams.filter(t => !access.revoked.includes(t)),
            };
          },
        }),
      }),
    ],
  });
  const { port } = backend.server.address() as { port: number };
  return {
    newBrowser: () =>
      new TestBrowser(provider.caFile, {
        [PORTAL]: `http://localhost:${port}`,
      }),
    audited: recorder.audited,
    logged: recorder.logged,
    signIns,
    access,
    catalog: catalog.state,
    readOwnership: async userEntityRef => {
      const row = await knex('user_info')
        .where({ user_entity_ref: userEntityRef })
        .first();
      return row && JSON.parse(row.user_info).claims.ent;
    },
    stop: () => backend.stop(),
  };
}

function buildConfig(
  provider: ProviderDetails,
  oidc: JsonObject = {},
): JsonObject {
  return {
    app: { baseUrl: PORTAL },
    auth: {
      environment: 'production',
      session: { secret: 'a secret of this test, long enough' },
      providers: {
        oidc: {
          production: {
            metadataUrl: provider.metadataUrl,
            clientId: provider.portalClientId,
            clientSecret: provider.portalClientSecret,
            ...(provider.caFile && { caFile: provider.caFile }),
            callbackUrl: CALLBACK,
            ...oidc,
          },
        },
      },
    },
  };
}

function createRecorder() {
  const audited: JsonObject[] = [];
  const logged: string[] = [];
  const auditor = mockServices.auditor.mock();
  auditor.createEvent.mockImplementation(async event => {
    const write = (status: string) => async () => {
      const { eventId, severityLevel, meta, request } = event;
      audited.push({
        eventId,
        severityLevel,
        status,
        url: request?.originalUrl ?? '',
        headers: JSON.stringify(request?.headers ?? {}),
        ...meta,
      });
    };
    return { success: write('succeeded'), fail: write('failed') };
  });
  const logger = mockServices.logger.mock();
  const note = (message: string) => void logged.push(message);
  logger.warn.mockImplementation(note);
  logger.error.mockImplementation(note);
  logger.child.mockReturnValue(logger);
  return { audited, logged, auditor: auditor.factory, logger: logger.factory };
}

/** The catalog with a switch; answers as the real one does for what sign-in asks. */
function createCatalog(entities: Entity[]) {
  const state = { isDown: false, asked: 0 };
  const real = catalogServiceMock({ entities });
  const answer =
    <TArguments extends unknown[], TResult>(
      ask: (...args: TArguments) => Promise<TResult>,
    ) =>
    async (...args: TArguments) => {
      state.asked++;
      if (state.isDown) {
        throw new ServiceUnavailableError('the catalog is down');
      }
      return ask(...args);
    };
  const mock = catalogServiceMock.mock({
    getEntities: answer(request => real.getEntities(request)),
    getEntityByRef: answer(ref => real.getEntityByRef(ref)),
    getEntitiesByRefs: answer(request => real.getEntitiesByRefs(request)),
  });
  return { state, factory: mock.factory };
}
