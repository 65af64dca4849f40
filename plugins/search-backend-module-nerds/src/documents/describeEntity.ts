import {
  isGroupEntity,
  isUserEntity,
  parseEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  findOwnerRef,
  READABLE_BY_ANNOTATION,
} from '@nerds/plugin-access-common';
import type { DescribedByUs } from './IndexedDocument';

/** Who may see what is about an entity, and how it is also called. */
function describeForSearch(entity: Entity): DescribedByUs {
  const { metadata, spec } = entity;
  const owner = findOwnerRef(entity);
  return {
    readableBy: metadata.annotations?.[READABLE_BY_ANNOTATION],
    ...(owner && { ownedBy: owner }),
    keywords: [
      metadata.name,
      ...(metadata.tags ?? []),
      ...[spec?.type, spec?.system].filter(isText),
      ...(owner ? [parseEntityRef(owner).name] : []),
    ],
  };
}

/**
 * An entity of the catalog as a document.
 *
 * @remarks
 * As Backstage's own collator makes it, but without the e-mail addresses of
 * people: a name is enough to find a colleague by.
 *
 * @internal
 */
export function describeEntity(entity: Entity) {
  const { kind, metadata, spec } = entity;
  const displayName =
    isUserEntity(entity) || isGroupEntity(entity)
      ? entity.spec.profile?.displayName
      : undefined;
  const type = isText(spec?.type) ? spec.type : '';
  return {
    title: metadata.title ?? displayName ?? metadata.name,
    text: metadata.description ?? '',
    name: metadata.name,
    kind,
    namespace: metadata.namespace ?? 'default',
    type,
    componentType: type,
    lifecycle: isText(spec?.lifecycle) ? spec.lifecycle : '',
    owner: isText(spec?.owner) ? spec.owner : '',
    ...describeForSearch(entity),
  };
}

/** What the pages of documentation of an entity have in common. @internal */
export function describePages(
  entity: Entity,
): DescribedByUs & { name: string } {
  return { ...describeForSearch(entity), name: entity.metadata.name };
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
