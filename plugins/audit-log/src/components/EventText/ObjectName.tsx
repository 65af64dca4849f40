import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { AuditEvent } from '@nerds/plugin-audit-log-common';
import {
  parseObject,
  toObjectName,
  type AuditObject,
} from '../../domain/object';
import { clusterRouteRef, entityRouteRef, taskRouteRef } from '../../routes';
import { auditLogTranslationRef } from '../../translation';

/** Where the page of an object is; absent when it has none in this portal. */
function useObjectPath(): (object: AuditObject) => string | undefined {
  const toCluster = useRouteRef(clusterRouteRef);
  const toEntity = useRouteRef(entityRouteRef);
  const toTask = useRouteRef(taskRouteRef);
  return object => {
    switch (object.type) {
      case 'cluster':
        return toCluster?.({ id: object.id });
      case 'task':
        return toTask?.({ taskId: object.id });
      case 'entity':
        return toEntity?.({
          kind: object.kind.toLocaleLowerCase('en-US'),
          namespace: object.namespace,
          name: object.name,
        });
      default:
        return undefined;
    }
  };
}

/** What it was done to, as a link to its page where it has one. @internal */
export function ObjectName(props: { event: AuditEvent }) {
  const { t } = useTranslationRef(auditLogTranslationRef);
  const toPath = useObjectPath();
  const { event } = props;
  const knownName = toObjectName(event);
  if (!event.object) return <>{knownName ?? '–'}</>;

  const object = parseObject(event.object);
  const toName = () => {
    switch (object.type) {
      case 'cluster':
      case 'task':
        return t(`object.${object.type}`, { name: knownName ?? object.id });
      case 'entity':
        return `${object.kind} ${object.name}`;
      default:
        return knownName ?? props.event.object;
    }
  };
  const path = toPath(object);
  return path ? (
    <Link href={path} title={event.object}>
      {toName()}
    </Link>
  ) : (
    <span title={event.object}>{toName()}</span>
  );
}
