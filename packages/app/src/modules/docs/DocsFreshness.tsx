import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useTechDocsReaderPage } from '@backstage/plugin-techdocs-react';
import Typography from '@material-ui/core/Typography';
import { z } from 'zod';
import { appTranslationRef } from '../../translation';
import { useLanguage } from '../language/useLanguage';

/** What the portal writes next to the pages when it makes them. */
const metadataSchema = z.object({
  build_timestamp: z.number().positive(),
  changed_at: z.number().positive().optional(),
  commit: z
    .object({
      id: z.string().regex(/^[0-9a-f]{40,64}$/),
      url: z.string().regex(/^https?:\/\//),
    })
    .optional(),
});

/** As forges write it. */
const SHORT_COMMIT = 8;

/**
 * Tells when the pages were made, and from what.
 *
 * @internal
 */
export function DocsFreshness() {
  const { t } = useTranslationRef(appTranslationRef);
  const language = useLanguage();
  const { metadata } = useTechDocsReaderPage();
  const { data } = metadataSchema.safeParse(metadata.value);
  if (!data) return null;
  const format = new Intl.DateTimeFormat(language, {
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
        </>
      )}
    </Typography>
  );
}
