import { RELATION_OWNED_BY, type Entity } from '@backstage/catalog-model';
import {
  EntityRefLink,
  EntityRefLinks,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import styles from './EntityCell.module.css';

function toText(value: unknown): string[] {
  return typeof value === 'string' && value !== '' ? [value] : [];
}

/** What an entity is called and what it is for; on a small screen all of it. @internal */
export function EntityCell(props: { entity: Entity; withDetails: boolean }) {
  const { entity, withDetails } = props;
  const { description, tags = [], namespace = 'default' } = entity.metadata;
  const owners = getEntityRelations(entity, RELATION_OWNED_BY);
  const details = [
    ...toText(entity.spec?.type),
    ...toText(entity.spec?.lifecycle),
  ];
  const marks = [
    ...(namespace === 'default' ? [] : [namespace]),
    ...tags.map(tag => `#${tag}`),
  ];
  return (
    <div className={styles.cell}>
      <EntityRefLink entityRef={entity} defaultKind={entity.kind} />
      {description && <p className={styles.description}>{description}</p>}
      {withDetails && (owners.length > 0 || details.length > 0) && (
        <p className={styles.details}>
          {owners.length > 0 && (
            <EntityRefLinks entityRefs={owners} defaultKind="group" />
          )}
          {owners.length > 0 && details.length > 0 && ' · '}
          {details.join(' · ')}
        </p>
      )}
      {marks.length > 0 && <p className={styles.details}>{marks.join(' ')}</p>}
    </div>
  );
}
