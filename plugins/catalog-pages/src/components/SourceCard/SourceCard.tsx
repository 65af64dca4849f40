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
  SOURCES,
} from '@nerds/plugin-entity-model-common';
import { catalogPagesTranslationRef } from '../../translation';
import { Facts } from '../Facts';

/** `url:https://…` and `file:/…` are what people can look at; the rest made it up itself. */
function toLocation(location: string | undefined) {
  const [, type, target] = location?.match(/^(url|file):(.+)$/) ?? [];
  return { isFile: type !== undefined, target };
}

/** Where an entity comes from and how fresh that is. @internal */
export function SourceCard() {
  const { entity } = useEntity();
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const language = useLanguage();
  const read = (name: string) => entity.metadata.annotations?.[name];

  const id = read(ANNOTATION_SOURCE);
  const known = Object.values(SOURCES).find(source => source === id);
  const { isFile, target } = toLocation(read(ANNOTATION_LOCATION));
  const ownSource = isFile ? t('source.file') : t('source.portal');
  const from = known ? t(`source.${known}`) : id ?? ownSource;

  const moment = (name: string) => {
    const value = read(name);
    if (!value || Number.isNaN(Date.parse(value))) return undefined;
    const format = new Intl.DateTimeFormat(language, {
      dateStyle: 'long',
      timeStyle: 'short',
    });
    return <time dateTime={value}>{format.format(new Date(value))}</time>;
  };
  const page = read(ANNOTATION_SOURCE_URL);
  const view =
    read(ANNOTATION_VIEW_URL) ??
    (target?.startsWith('http') ? target : undefined);
  return (
    <EntityInfoCard title={t('source.title')}>
      <Facts
        facts={[
          [t('source.from'), from],
          [
            t('source.page'),
            page && (
              <Link href={page} target="_blank">
                {page}
              </Link>
            ),
          ],
          [t('source.modifiedAt'), moment(ANNOTATION_SOURCE_MODIFIED_AT)],
          [t('source.archivedAt'), moment(ANNOTATION_ARCHIVED_AT)],
          [
            t('source.location'),
            view ? (
              <Link href={view} target="_blank">
                {view}
              </Link>
            ) : (
              target?.split('/').slice(-3).join('/')
            ),
          ],
        ]}
      />
      {known && <Text as="p">{t('source.allFields')}</Text>}
    </EntityInfoCard>
  );
}
