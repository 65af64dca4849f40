import {
  ANNOTATION_LOCATION,
  parseLocationRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import { isInRepositoryOf } from '@nerds/plugin-entity-model-common';

/** Which the portal reads with an account of its own. */
const FORGES = ['gitea', 'github', 'gitlab'];

/**
 * Checks that documentation comes from where its entity comes from.
 *
 * @remarks
 * Whoever writes an entity also writes the annotations that say where its
 * documentation and its source are; where the entity itself was read from is
 * written by the catalog. Without this check documentation could be made of a
 * directory of the portal, or of a repository that the portal may read and the
 * writer may not.
 *
 * @param source - of the documentation, from those annotations
 * @throws {@link @backstage/errors#NotAllowedError} when it comes from elsewhere
 * @internal
 */
export function requireOwnSource(
  entity: Entity,
  source: { type: string; target: string },
  integrations: ScmIntegrationRegistry,
): void {
  const own = parseLocationRef(
    entity.metadata.annotations?.[ANNOTATION_LOCATION] ?? '',
  );
  // only the configuration of the portal names files
  if (own.type === 'file') return;
  const forge = integrations.byUrl(source.target)?.type ?? '';
  const isOwn =
    source.type === 'url' &&
    (!FORGES.includes(forge) || isInRepositoryOf(source.target, own.target));
  if (!isOwn) {
    throw new NotAllowedError(
      `The documentation of ${stringifyEntityRef(
        entity,
      )} has to be in the same repository as the file that describes it, ${
        own.target
      }`,
    );
  }
}
