import type { Entity } from '@backstage/catalog-model';

/** Annotations of a template with its English texts; its own texts are Dutch. @public */
export const ENGLISH_ANNOTATIONS = {
  title: 'nerds.overheid.nl/title-en',
  description: 'nerds.overheid.nl/description-en',
} as const;

/**
 * The English title and description of a template, as far as it has them.
 *
 * @internal
 */
export function findEnglishTexts(metadata: Entity['metadata']): {
  title?: string;
  description?: string;
} {
  const { annotations = {} } = metadata;
  const title = annotations[ENGLISH_ANNOTATIONS.title];
  const description = annotations[ENGLISH_ANNOTATIONS.description];
  return { ...(title && { title }), ...(description && { description }) };
}
