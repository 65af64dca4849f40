import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { AuditEvent } from '@nerds/plugin-audit-log-common';
import {
  parseObject,
  toObjectName,
  toShortId,
  type AuditObject,
} from '../../domain/object';
import {
  accessReviewRouteRef,
  clusterRouteRef,
  entityRouteRef,
  machineTokensRouteRef,
  taskRouteRef,
} from '../../routes';
import { auditLogTranslationRef } from '../../translation';

/** Where the page of an object is; absent when it has none in this portal. */
function useObjectPath(): (object: AuditObject) => string | undefined {
  const toCluster = useRouteRef(clusterRouteRef);
  const toEntity = useRouteRef(entityRouteRef);
  const toTask = useRouteRef(taskRouteRef);
  const toReview = useRouteRef(accessReviewRouteRef);
  const toTokens = useRouteRef(machineTokensRouteRef);
  return object => {
    if (object.type === 'entity') {
      const { kind, namespace, name } = object;
      return toEntity?.({
        kind: kind.toLocaleLowerCase('en-US'),
        namespace,
        name,
      });
    }
    if (object.type === 'other') return undefined;
    switch (object.thing) {
      case 'cluster':
        return toCluster?.({ id: object.id });
      case 'task':
        return toTask?.({ taskId: object.id });
      case 'access-review':
        return toReview?.({ id: object.id });
      case 'machine-token':
        return toTokens?.();
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
  const toEntityTitle = (kind: string, name: string) => {
    switch (kind.toLocaleLowerCase('en-US')) {
      case 'user':
        return t('object.user', { name });
      case 'group':
        return t('object.group', { name });
      case 'template':
        return t('object.template', { name });
      default:
        return `${kind} ${name}`;
    }
  };
  const toName = () => {
    if (object.type === 'entity')
      return toEntityTitle(object.kind, object.name);
    if (object.type === 'other') return knownName ?? event.object;
    const name = knownName ?? toShortId(object.id);
    return t(`object.${object.thing}`, { name });
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
