import {
  ANNOTATION_LOCATION,
  parseLocationRef,
  type Entity,
} from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { toRepositoryUrl } from '@nerds/plugin-entity-model-common';

/**
 * The repository that everything is in that an error of an entity can be about:
 * the file where it stands, and of a location the files that it has read.
 *
 * @remarks
 * The catalog writes the annotation itself, whatever the file says
 * (`ProcessorOutputCollector` of `@backstage/plugin-catalog-backend` 4.0). The
 * targets of a location anybody can write, so the file where that stands counts
 * for nothing; they are made whole as the catalog does.
 *
 * @returns nothing when that is no repository, or more than one
 * @internal
 */
export function findRepository(
  entity: Entity,
  integrations: ScmIntegrationRegistry,
): string | undefined {
  const annotation = entity.metadata.annotations?.[ANNOTATION_LOCATION];
  if (typeof annotation !== 'string') return undefined;
  try {
    const file = parseLocationRef(annotation);
    if (file.type !== 'url') return undefined;
    const files =
      entity.kind === 'Location'
        ? listTargets(entity).map(url =>
            integrations.resolveUrl({ url, base: file.target }),
          )
        : [file.target];
    const found = new Set(files.map(toRepositoryUrl));
    return found.size === 1 ? [...found][0] : undefined;
  } catch {
    // What is no address is in no repository.
    return undefined;
  }
}

function listTargets({ spec }: Entity): string[] {
  const { target, targets } = spec as { target?: string; targets?: string[] };
  return [...(target ? [target] : []), ...(targets ?? [])];
}
