import {
  ANNOTATION_LOCATION,
  ANNOTATION_VIEW_URL,
} from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Link, Text } from '@backstage/ui';
import { useLanguage } from '@nerds/page-parts';
import {
  ANNOTATION_ARCHIVED_AT,
  ANNOTATION_SOURCE,
  ANNOTATION_SOURCE_MODIFIED_AT,
  ANNOTATION_SOURCE_URL,
  SOURCE_PORTAL,
  SOURCES,
} from '@nerds/plugin-entity-model-common';
import { useSource } from '../../hooks/useSource';
import { catalogPagesTranslationRef } from '../../translation';
import { Facts } from '../Facts';
import { Moment } from './Moment';
import { ReadAt } from './ReadAt';
import styles from './SourceCard.module.css';

/** `url:https://…` and `file:/…` are what people can look at; the rest made it up itself. */
function toLocation(location: string | undefined) {
  const [, type, target] = location?.match(/^(url|file):(.+)$/) ?? [];
  return { isFile: type !== undefined, target };
}

function PageLink({ url }: { url: string }) {
  return (
    <Link href={url} target="_blank">
      {url}
    </Link>
  );
}

/** What an entity says of where it comes from. */
function useOrigin() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const read = (name: string) => entity.metadata.annotations?.[name];
  const id = read(ANNOTATION_SOURCE);
  const register = Object.values(SOURCES).find(source => source === id);
  const location = toLocation(read(ANNOTATION_LOCATION));
  const isOfPortal = id === SOURCE_PORTAL || (!id && !location.isFile);
  const ownName = isOfPortal ? 'source.portal' : 'source.file';
  const view =
    read(ANNOTATION_VIEW_URL) ??
    (location.target?.startsWith('http') ? location.target : undefined);
  return {
    read,
    sourceId: id === SOURCE_PORTAL ? undefined : id,
    isOfPortal,
    register,
    name: t(register ? `source.${register}` : ownName),
    view,
    file: location.target?.split('/').slice(-3).join('/'),
  };
}

/** Where an entity comes from, and how fresh that is. @internal */
export function SourceCard() {
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const language = useLanguage();
  const origin = useOrigin();
  const { read, register, isOfPortal, view, sourceId } = origin;
  const source = useSource(sourceId);
  // what a forge or a directory is called stands in the configuration
  const title = source.value?.title[language] ?? sourceId;
  const from = register || !sourceId ? origin.name : title;

  const page = read(ANNOTATION_SOURCE_URL);
  const modifiedAt = read(ANNOTATION_SOURCE_MODIFIED_AT);
  const archivedAt = read(ANNOTATION_ARCHIVED_AT);
  const unknown = register && t('source.modified.unknown');
  return (
    <EntityInfoCard title={t('source.title')}>
      <Facts
        facts={[
          [t('source.from'), from],
          [t('source.page'), page && <PageLink url={page} />],
          [
            t('source.modifiedAt'),
            modifiedAt ? <Moment iso={modifiedAt} /> : unknown,
          ],
          [
            t('source.readAt'),
            <ReadAt
              source={source}
              isOfPortal={isOfPortal}
              sourceId={sourceId}
            />,
          ],
          [t('source.archivedAt'), archivedAt && <Moment iso={archivedAt} />],
          [t('source.location'), view ? <PageLink url={view} /> : origin.file],
        ]}
      />
      {!isOfPortal && (
        <Text as="p" className={styles.note}>
          {register ? t('source.allFields') : t('source.fileFields')}{' '}
          {t('source.otherFields')}
        </Text>
      )}
    </EntityInfoCard>
  );
}
