import type { Entity } from '@backstage/catalog-model';
import type { Language } from '@nerds/page-parts';
import { findEnglishTexts } from './findEnglishTexts';

/**
 * A template as the list of templates has to have it: under its title in the
 * person's language, and found by its titles and its description.
 *
 * @remarks
 * The search of that list is Backstage's, which looks at the title and at the
 * name that a person or team is shown by, and has no way in for more. A template
 * has no such name, so that is where the other texts go; nothing shows it.
 *
 * @internal
 */
export function toListedTemplate(entity: Entity, language: Language): Entity {
  if (entity.kind !== 'Template') return entity;
  const { metadata, spec } = entity;
  const english = findEnglishTexts(metadata);
  const { title = metadata.title, description = metadata.description } =
    language === 'en' ? english : {};
  const searched = [metadata.title, english.title, description];
  return {
    ...entity,
    metadata: { ...metadata, ...(title && { title }) },
    spec: {
      ...spec,
      profile: { displayName: searched.filter(Boolean).join(' ') },
    },
  };
}
