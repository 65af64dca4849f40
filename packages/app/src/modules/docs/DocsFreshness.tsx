import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  techdocsApiRef,
  useShadowRootElements,
  useTechDocsReaderPage,
} from '@backstage/plugin-techdocs-react';
import Typography from '@material-ui/core/Typography';
import { toLocale, useLanguage } from '@nerds/page-parts';
import { useEffect, useState } from 'react';
import { z } from 'zod';
import { appTranslationRef } from '../../translation';

/** What the portal writes next to the pages when it makes them. */
const metadataSchema = z.object({
  build_timestamp: z.number().positive(),
  changed_at: z.number().positive().optional(),
  commit: z
    .object({
      id: z.string().regex(/^[0-9a-f]{40,64}$/),
      url: z.string().regex(/^https?:\/\//),
      committed_at: z.number().positive().optional(),
    })
    .optional(),
});

/** As forges write it. */
const SHORT_COMMIT = 8;

const CONTENT = ['article'];

/**
 * Reads the metadata whenever other content is shown: TechDocs reads it once, and
 * at a first visit that is before there is any.
 */
function useMetadata(): unknown {
  const { entityRef } = useTechDocsReaderPage();
  const api = useApi(techdocsApiRef);
  const content = useShadowRootElements(CONTENT);
  const [metadata, setMetadata] = useState<unknown>();
  useEffect(() => {
    let isGone = false;
    if (content.length > 0) {
      api.getTechDocsMetadata(entityRef).then(
        value => !isGone && setMetadata(value),
        // the pages can be read without
        () => !isGone && setMetadata(undefined),
      );
    }
    return () => {
      isGone = true;
    };
  }, [api, content, entityRef]);
  return metadata;
}

/**
 * Tells when the pages were made, and from what.
 *
 * @internal
 */
export function DocsFreshness() {
  const { t } = useTranslationRef(appTranslationRef);
  const language = useLanguage();
  const { data } = metadataSchema.safeParse(useMetadata());
  if (!data) return null;
  const format = new Intl.DateTimeFormat(toLocale(language), {
    dateStyle: 'long',
    timeStyle: 'short',
  });
  const { build_timestamp: builtAt, changed_at: changedAt, commit } = data;
  return (
    <Typography variant="body2">
      {t('docs.builtAt', { time: format.format(builtAt) })}
      {changedAt && (
        <>, {t('docs.changedAt', { time: format.format(changedAt) })}</>
      )}
      {commit && (
        <>
          ,{' '}
          <a href={commit.url} rel="noopener noreferrer">
            {t('docs.commit', { commit: commit.id.slice(0, SHORT_COMMIT) })}
          </a>
          {commit.committed_at && (
            <>
              {' '}
              {t('docs.commitAt', { time: format.format(commit.committed_at) })}
            </>
          )}
        </>
      )}
    </Typography>
  );
}
