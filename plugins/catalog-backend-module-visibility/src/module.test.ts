import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { createEntityReaderCondition } from '@nerds/plugin-access-common';
import { catalogModuleVisibility } from './module';
import { isReadableBy } from './rules/isReadableBy';

const TEAM = { 'nerds.overheid.nl/visibility': 'team' };

function buildEntity(
  annotations: Record<string, string> | undefined,
  owner?: string,
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'proef', annotations },
    spec: { ...(owner && { owner }) },
  };
}

/** Starts it on a database that is not there: only the index needs one. */
async function install() {
  const addProcessor = jest.fn();
  const registry = mockServices.permissionsRegistry.mock();
  const logger = mockServices.logger.mock();
  const database = mockServices.database.mock({
    getClient: async () => {
      throw new Error('no database');
    },
  });
  await startTestBackend({
    extensionPoints: [[catalogProcessingExtensionPoint, { addProcessor }]],
    features: [
      catalogModuleVisibility,
      registry.factory,
      logger.factory,
      database.factory,
    ],
  });
  return { addProcessor, registry, logger };
}

async function installedProcessor(): Promise<CatalogProcessor> {
  const { addProcessor, registry } = await install();
  expect(registry.addPermissionRules).toHaveBeenCalledWith([isReadableBy]);
  return addProcessor.mock.calls[0][0];
}

async function process(entity: Entity): Promise<Entity> {
  const processor = await installedProcessor();
  const unused = undefined as never;
  return processor.preProcessEntity!(entity, unused, unused, unused, unused);
}

const isSeenBy = (entity: Entity, ...readers: string[]) =>
  isReadableBy.apply(entity, createEntityReaderCondition(readers).params!);

describe('catalogModuleVisibility', () => {
  it.each([
    ['no annotations', undefined, 'team-x', 'everyone'],
    ['nothing about it', { a: 'b' }, 'team-x', 'everyone'],
    [
      'everyone',
      { 'nerds.overheid.nl/visibility': 'everyone' },
      'x',
      'everyone',
    ],
    ['team', TEAM, 'Burgerzaken', 'group:default/burgerzaken'],
    ['team, of a person', TEAM, 'user:default/iemand', 'user:default/iemand'],
    ['team, of nobody', TEAM, undefined, 'nobody'],
    [
      'who it says itself',
      { ...TEAM, 'nerds.overheid.nl/readable-by': 'everyone' },
      'team-x',
      'group:default/team-x',
    ],
  ])('writes who may see it: %s', async (_, annotations, owner, expected) => {
    const { metadata } = await process(buildEntity(annotations, owner));
    expect(metadata.annotations).toEqual({
      ...annotations,
      'nerds.overheid.nl/readable-by': expected,
    });
  });

  it.each(['Team', 'private', ''])('refuses visibility %p', async value => {
    const entity = buildEntity({ 'nerds.overheid.nl/visibility': value }, 'x');
    await expect(process(entity)).rejects.toThrow('must be everyone or team');
  });

  it('shows an entity to its own team, and one without anything said to everyone', async () => {
    const own = await process(buildEntity(TEAM, 'burgerzaken'));
    expect(isSeenBy(own, 'user:default/x', 'group:default/burgerzaken')).toBe(
      true,
    );
    expect(isSeenBy(own, 'user:default/x', 'group:default/andere')).toBe(false);
    const open = await process(buildEntity(undefined, 'burgerzaken'));
    expect(isSeenBy(open, 'user:default/x')).toBe(true);
    const nobodys = await process(buildEntity(TEAM));
    expect(isSeenBy(nobodys, 'user:default/x')).toBe(false);
  });

  it('shows nobody an entity that was not processed yet', () => {
    expect(isSeenBy(buildEntity(undefined, 'x'), 'group:default/x')).toBe(
      false,
    );
  });

  it('starts without its index, and says so', async () => {
    const { logger } = await install();
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining('No index on who may see an entity'),
      expect.objectContaining({ message: 'no database' }),
    );
  });

  it('asks the database for one value out of some', () => {
    const { params } = createEntityReaderCondition(['group:default/x']);
    expect(isReadableBy.toQuery(params!)).toEqual({
      key: 'metadata.annotations.nerds.overheid.nl/readable-by',
      values: ['everyone', 'group:default/x'],
    });
  });
});
