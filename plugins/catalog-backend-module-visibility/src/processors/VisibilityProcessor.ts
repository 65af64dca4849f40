import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import {
  ENTITY_VISIBILITIES,
  EVERYONE,
  findOwnerRef,
  NOBODY,
  READABLE_BY_ANNOTATION,
  VISIBILITY_ANNOTATION,
} from '@nerds/plugin-access-common';

/**
 * Writes into every entity who may see it.
 *
 * @remarks
 * An entity that was not processed yet may be seen by nobody, so one can never be
 * seen before it is known who may. What the source says about this annotation is
 * overwritten.
 *
 * @internal
 */
export class VisibilityProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'VisibilityProcessor';
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    return {
      ...entity,
      metadata: {
        ...entity.metadata,
        annotations: {
          ...entity.metadata.annotations,
          [READABLE_BY_ANNOTATION]: evaluateReader(entity),
        },
      },
    };
  }
}

/** @throws InputError when the annotation says something else than it can: rather no entity than one that all can see */
function evaluateReader(entity: Entity): string {
  const visibility = entity.metadata.annotations?.[VISIBILITY_ANNOTATION];
  switch (visibility) {
    case undefined:
    case 'everyone':
      return EVERYONE;
    case 'team':
      return findOwnerRef(entity) ?? NOBODY;
    default:
      throw new InputError(
        `Annotation ${VISIBILITY_ANNOTATION} is "${visibility}"; it must be ${ENTITY_VISIBILITIES.join(
          ' or ',
        )}`,
      );
  }
}
