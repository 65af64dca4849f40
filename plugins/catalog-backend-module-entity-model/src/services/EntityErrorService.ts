import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_LOCATION,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type {
  EntityError,
  EntityErrorPage,
  EntityModelLanguage,
} from '@nerds/plugin-entity-model-common';
import type {
  EntityErrorRecord,
  EntityErrorStore,
} from '../database/EntityErrorStore';
import { toOwnerRef } from '../domain/toOwnerRef';
import { toProblems } from '../domain/toProblems';
import { withoutCredentials } from '../domain/withoutCredentials';
import type { EntityErrorReader } from './EntityErrorReader';
import type { OwnedEntityIndex } from './OwnedEntityIndex';

/** @internal */
export interface EntityErrorQuery {
  offset: number;
  limit: number;
  language: EntityModelLanguage;
}

/** Lists what the catalog could not take over, to who may see that. @internal */
export class EntityErrorService {
  constructor(
    private readonly options: {
      index: OwnedEntityIndex;
      reader: EntityErrorReader;
      store: EntityErrorStore;
    },
  ) {}

  async list(
    { offset, limit, language }: EntityErrorQuery,
    credentials: BackstageCredentials,
  ): Promise<EntityErrorPage> {
    const { index, reader, store } = this.options;
    const isVisible = await reader.createFilter(credentials);
    const visible = (await index.list()).filter(isVisible);
    const page = visible.slice(offset, offset + limit);
    const records = await store.read(page.map(({ entityId }) => entityId));
    const items = page.flatMap(owned => {
      const record = records.get(owned.entityId);
      if (!record) return [];
      // The index is a moment older: it may be of another team by now.
      if (!isVisible(index.refresh(owned, record.entity))) return [];
      return [toEntityError(record, language)];
    });
    const end = offset + limit;
    return {
      items,
      totalItems: visible.length,
      ...(end < visible.length && { nextCursor: String(end) }),
    };
  }
}

function toEntityError(
  { entity, errors, lastSeenAt, isInCatalog }: EntityErrorRecord,
  language: EntityModelLanguage,
): EntityError {
  const owner = toOwnerRef(entity);
  const fileUrl = findFileUrl(entity);
  return {
    entityRef: stringifyEntityRef(entity),
    ...(owner && { owner }),
    ...(fileUrl && { fileUrl }),
    lastSeenAt: lastSeenAt.toISOString(),
    isInCatalog,
    problems: toProblems(errors, language),
  };
}

/** Of a location that is the file that it points to, and else where it stands. */
function findFileUrl({ kind, metadata, spec }: Entity): string | undefined {
  const target = kind === 'Location' && spec?.target;
  const url =
    typeof target === 'string'
      ? target
      : metadata.annotations?.[ANNOTATION_LOCATION]?.replace(/^url:/, '');
  // Not the path of a file on the machine of the portal.
  return url && /^https?:\/\//i.test(url) ? withoutCredentials(url) : undefined;
}
