import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type {
  CatalogProcessor,
  LocationSpec,
} from '@backstage/plugin-catalog-node';
import { isInRepositoryOf } from '@nerds/plugin-entity-model-common';
import { listPlaceholders } from '../domain/placeholders';

/** Of others the catalog's own check stays the only one. */
const FORGES = ['gitea', 'github', 'gitlab'];

/** Of what somebody wrote; the message is kept, and shown. */
const MAX_SHOWN = 500;

/**
 * Refuses an entity that has a file put in from a repository that is not its own.
 *
 * @remarks
 * The catalog reads with the account of the portal, which may read more than
 * whoever wrote the entity. It has a check of its own, which lets through every
 * address of a forge in which it does not recognise a path, and addresses with
 * dots in them.
 *
 * @internal
 */
export class OwnRepositoryProcessor implements CatalogProcessor {
  constructor(private readonly integrations: ScmIntegrationRegistry) {}

  getProcessorName(): string {
    return 'OwnRepositoryProcessor';
  }

  /** Before the one that puts the files in (20). */
  getPriority(): number {
    return 10;
  }

  async preProcessEntity(
    entity: Entity,
    location: LocationSpec,
  ): Promise<Entity> {
    if (location.type !== 'url') return entity;
    for (const [key, value] of listPlaceholders(entity)) {
      if (!this.isAllowed(value, location.target)) {
        const file = value.slice(0, MAX_SHOWN);
        throw new InputError(
          `${key}: ${file} staat niet in de repository van deze entiteit. Noem een bestand ernaast, bijvoorbeeld ./openapi.yaml. / ${file} is not in the repository of this entity. Name a file beside it, such as ./openapi.yaml.`,
        );
      }
    }
    return entity;
  }

  private isAllowed(value: string, file: string): boolean {
    const url = this.integrations.resolveUrl({ url: value, base: file });
    const forge = this.integrations.byUrl(url)?.type ?? '';
    return !FORGES.includes(forge) || isInRepositoryOf(url, file);
  }
}
