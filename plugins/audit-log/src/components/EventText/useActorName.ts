import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { toEntityName } from '../../domain/entityName';
import { auditLogTranslationRef } from '../../translation';

const PLUGIN_PREFIX = 'plugin:';

/** Names an actor for people: a person, a machine, the portal itself or nobody. @internal */
export function useActorName(): (actor: string) => string {
  const { t } = useTranslationRef(auditLogTranslationRef);
  return actor => {
    if (actor === 'unknown') return t('actor.unknown');
    return actor.startsWith(PLUGIN_PREFIX)
      ? t('actor.plugin', { plugin: actor.slice(PLUGIN_PREFIX.length) })
      : toEntityName(actor);
  };
}
