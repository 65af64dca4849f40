import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type {
  CatalogProcessor,
  LocationSpec,
} from '@backstage/plugin-catalog-node';
import { validateEntity } from '@nerds/plugin-entity-model-common';
import { describeProblems } from '../problems/describeProblems';

/**
 * Refuses an entity that has an error in the entity model.
 *
 * @remarks
 * Before the catalog's own checks, which would refuse most of it too, in words
 * for programmers of the catalog. A warning refuses nothing: the page of the
 * entity shows it.
 *
 * @internal
 */
export class EntityModelProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'EntityModelProcessor';
  }

  /** Before every other (20), so that this message is the one that people read. */
  getPriority(): number {
    return 10;
  }

  async preProcessEntity(
    entity: Entity,
    location: LocationSpec,
  ): Promise<Entity> {
    const errors = validateEntity(entity).filter(
      ({ severity }) => severity === 'error',
    );
    if (errors.length === 0) return entity;
    const subject = `${entity.kind} ${entity.metadata.name} (${location.target})`;
    throw new InputError(describeProblems(errors, subject));
  }
}
