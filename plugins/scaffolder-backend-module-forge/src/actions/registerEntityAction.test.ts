import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { buildRun } from '../__testUtils__/buildRun';
import { createForge } from '../clients/createForge';
import { readForgeConfig } from '../config';
import { createRegisterEntityAction } from './registerEntityAction';

const PROJECTS = 'http://forge.invalid/projecten';
const ENTITY_URL = `${PROJECTS}/proef/src/branch/main/catalog-info.yaml`;
const INPUT = { entityUrl: ENTITY_URL, entityRef: 'Component:default/Proef' };

function buildEntity(origin = ENTITY_URL): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'proef',
      annotations: { 'backstage.io/managed-by-location': `url:${origin}` },
    },
  };
}

/** As the client of the catalog throws it. */
function buildResponseError(cause: Error): Error {
  const error = new Error('Request failed');
  return Object.assign(error, { name: 'ResponseError', cause });
}

function buildAction(options: {
  /** Looks until it is there. */
  appearsAfter?: number;
  found?: Entity;
  described?: Entity[];
  dryRunError?: Error;
  addError?: Error;
}) {
  const root = mockServices.rootConfig({
    data: {
      integrations: {
        gitea: [{ host: 'forge.invalid', baseUrl: 'http://forge.invalid' }],
      },
      forge: {
        type: 'gitea',
        host: 'forge.invalid',
        organization: 'projecten',
      },
    },
  });
  const config = readForgeConfig(root)!;
  const forge = createForge(config, root);
  const { appearsAfter = 1, found, described = [buildEntity()] } = options;
  let looks = 0;
  const catalog = catalogServiceMock.mock({
    getEntityByRef: async () => {
      looks += 1;
      return looks > appearsAfter ? found ?? buildEntity() : undefined;
    },
    addLocation: async location => {
      if (location.dryRun && options.dryRunError) throw options.dryRunError;
      if (!location.dryRun && options.addError) throw options.addError;
      return {
        location: {
          id: 'x',
          entityRef: 'location:default/x',
          type: 'url',
          target: location.target,
        },
        entities: described,
      };
    },
  });
  const action = createRegisterEntityAction({
    catalog,
    configured: { config, forge, secrets: [] },
    timeoutSeconds: 1,
  });
  return { action, catalog };
}

describe('forge:register-entity', () => {
  it('registers the file and waits until the entity is there', async () => {
    const { action, catalog } = buildAction({ appearsAfter: 2 });
    const { context, outputs, log } = buildRun(INPUT);
    await action.handler(context);
    expect(outputs).toEqual({ entityRef: 'component:default/proef' });
    expect(catalog.addLocation).toHaveBeenLastCalledWith(
      { type: 'url', target: ENTITY_URL },
      {
        credentials: expect.objectContaining({
          principal: expect.objectContaining({
            userEntityRef: 'user:default/dev-burgerzaken',
          }),
        }),
      },
    );
    expect(log.at(-1)).toMatch(/staat in de catalogus/);
  });

  it('does nothing more when it runs again', async () => {
    const { action, catalog } = buildAction({ appearsAfter: 0 });
    await action.handler(buildRun(INPUT).context);
    expect(catalog.addLocation).not.toHaveBeenCalled();
  });

  it('goes on when an attempt before this one registered the file', async () => {
    const { action } = buildAction({
      addError: buildResponseError(new ConflictError('exists')),
    });
    await expect(
      action.handler(buildRun(INPUT).context),
    ).resolves.toBeUndefined();
  });

  it('names the field when the entity is of another source', async () => {
    const { action, catalog } = buildAction({
      appearsAfter: 0,
      found: buildEntity('http://elsewhere.invalid/catalog-info.yaml'),
    });
    await expect(action.handler(buildRun(INPUT).context)).rejects.toThrow(
      /^Veld “name”: de catalogus kent component:default\/proef al/,
    );
    expect(catalog.addLocation).not.toHaveBeenCalled();
  });

  it.each([
    ['http://forge.invalid/anderen/proef/catalog-info.yaml'],
    ['http://forge.invalid/projecten/../anderen/catalog-info.yaml'],
    ['http://elders.invalid/projecten/proef/catalog-info.yaml'],
    ['http://forge.invalid.elders.invalid/projecten/catalog-info.yaml'],
    ['file:///etc/passwd'],
    ['catalog-info.yaml'],
    [''],
  ])('refuses %s, which is not a project of the forge', async entityUrl => {
    const { action, catalog } = buildAction({});
    const { context } = buildRun({ ...INPUT, entityUrl });
    await expect(action.handler(context)).rejects.toThrow(/^Veld “entityUrl”/);
    expect(catalog.addLocation).not.toHaveBeenCalled();
    expect(catalog.getEntityByRef).not.toHaveBeenCalled();
  });

  it.each(['', 'component:'])(
    'names the field of the ref %p, which is none',
    async entityRef => {
      const { action, catalog } = buildAction({});
      const { context } = buildRun({ ...INPUT, entityRef });
      await expect(action.handler(context)).rejects.toThrow(
        /^Veld “entityRef”: “.*” is geen verwijzing/,
      );
      expect(catalog.addLocation).not.toHaveBeenCalled();
    },
  );

  it('says what the catalog does not like about the file', async () => {
    for (const cause of [
      new InputError('spec.owner is missing'),
      new NotFoundError('spec.owner is missing'),
    ]) {
      const { action, catalog } = buildAction({
        dryRunError: buildResponseError(cause),
      });
      const { context } = buildRun({ ...INPUT, language: 'en' });
      await expect(action.handler(context)).rejects.toThrow(
        /The catalog does not accept .*: spec.owner is missing/,
      );
      expect(catalog.addLocation).toHaveBeenCalledTimes(1);
    }
  });

  it('refuses a file that describes something else', async () => {
    const other = buildEntity();
    other.metadata.name = 'anders';
    const { action } = buildAction({ described: [other] });
    await expect(action.handler(buildRun(INPUT).context)).rejects.toThrow(
      /beschrijft component:default\/anders, niet component:default\/proef/,
    );
  });

  it('says so when the entity does not appear in time', async () => {
    const { action } = buildAction({ appearsAfter: Infinity });
    await expect(action.handler(buildRun(INPUT).context)).rejects.toThrow(
      /was na 1 s nog niet in de catalogus/,
    );
  });
});
