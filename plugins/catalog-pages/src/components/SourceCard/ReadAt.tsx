import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Link } from '@backstage/ui';
import type { Resource } from '@nerds/page-parts';
import type { CatalogSource } from '@nerds/plugin-catalog-sources-common';
import { catalogPagesTranslationRef } from '../../translation';
import { Moment } from './Moment';

/** When the catalog last read what the page shows, as far as that is known. @internal */
export function ReadAt(props: {
  source: Resource<CatalogSource | undefined>;
  sourceId: string | undefined;
  /** The portal says it of itself. */
  isOfPortal: boolean;
}) {
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const { source, sourceId, isOfPortal } = props;
  if (isOfPortal) return <>{t('source.read.atStart')}</>;
  if (source.isLoading) return null;
  if (source.error) return <>{t('source.read.failed')}</>;
  if (!sourceId || !source.value) return <>{t('source.read.unknown')}</>;
  const { freshAt, isOverdue } = source.value;
  return (
    <>
      {freshAt ? <Moment iso={freshAt} /> : t('source.read.never')}
      {isOverdue && <strong>. {t('source.overdue')}</strong>}
      <br />
      <Link href={`/catalog-sources/${encodeURIComponent(sourceId)}`}>
        {t('source.state')}
      </Link>
    </>
  );
}
