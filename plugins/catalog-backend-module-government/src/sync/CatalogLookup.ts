import type { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import {
  RELATION_CHILD_OF,
  RELATION_OWNED_BY,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  ANNOTATION_SOURCE,
  ANNOTATION_TOOI_URI,
  GROUP_TYPE_ORGANISATION,
} from '@nerds/plugin-entity-model-common';
import { ClaimIndex, listWithAncestors } from '../readers/ClaimIndex';
import {
  OrganisationIndex,
  type KnownGroup,
} from '../readers/OrganisationIndex';

type Filter = Record<string, string | symbol>;

/**
 * Looks up what other sources have in the catalog already.
 *
 * @remarks
 * With the portal's own rights: what a source brings may not depend on who asks
 * for a run.
 *
 * @internal
 */
export class CatalogLookup {
  constructor(
    private readonly options: {
      catalog: Pick<CatalogService, 'streamEntities'>;
      auth: AuthService;
    },
  ) {}

  /** Organisations that are not of `sourceId`. */
  async getOrganisations(sourceId: string): Promise<OrganisationIndex> {
    const filter = { kind: 'Group', 'spec.type': GROUP_TYPE_ORGANISATION };
    const groups = await this.#listOthers(sourceId, filter);
    return new OrganisationIndex(
      groups.map(
        (group): KnownGroup => ({
          entityRef: stringifyEntityRef(group),
          tooiUri: group.metadata.annotations?.[ANNOTATION_TOOI_URI],
          title: group.metadata.title,
        }),
      ),
    );
  }

  /** Entities that are not of `sourceId` and carry an id of its register. */
  async getClaims(
    sourceId: string,
    options: { kind: string; annotation: string },
  ): Promise<ClaimIndex> {
    const { kind, annotation } = options;
    const entities = await this.#listOthers(sourceId, {
      kind,
      [`metadata.annotations.${annotation}`]: CATALOG_FILTER_EXISTS,
    });
    if (entities.length === 0) return new ClaimIndex([]);
    const parents = await this.#getParents();
    return new ClaimIndex(
      entities.map(entity => ({
        id: entity.metadata.annotations?.[annotation] ?? '',
        ownerRefs: listTargets(entity, RELATION_OWNED_BY).flatMap(owner =>
          listWithAncestors(owner, parents),
        ),
      })),
    );
  }

  async #getParents(): Promise<Map<string, string[]>> {
    const groups = await this.#list({ kind: 'Group' });
    return new Map(
      groups.map(group => [
        stringifyEntityRef(group),
        listTargets(group, RELATION_CHILD_OF),
      ]),
    );
  }

  async #listOthers(sourceId: string, filter: Filter): Promise<Entity[]> {
    const entities = await this.#list(filter);
    return entities.filter(
      ({ metadata }) => metadata.annotations?.[ANNOTATION_SOURCE] !== sourceId,
    );
  }

  async #list(filter: Filter): Promise<Entity[]> {
    const { catalog, auth } = this.options;
    const credentials = await auth.getOwnServiceCredentials();
    const found: Entity[] = [];
    const fields = ['kind', 'metadata', 'relations'];
    const stream = catalog.streamEntities({ filter, fields }, { credentials });
    for await (const entities of stream) found.push(...entities);
    return found;
  }
}

function listTargets(entity: Entity, type: string): string[] {
  return (entity.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef);
}
