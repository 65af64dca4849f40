import type { Entity } from '@backstage/catalog-model';
import { EntityTextFilter } from '@backstage/plugin-catalog-react';
import { toListedTemplate } from './toListedTemplate';

const TEMPLATE: Entity = {
  apiVersion: 'scaffolder.backstage.io/v1beta3',
  kind: 'Template',
  metadata: {
    name: 'website',
    title: 'Nieuwe website',
    description: 'Met toegankelijke onderdelen.',
    annotations: {
      'nerds.overheid.nl/title-en': 'New website',
      'nerds.overheid.nl/description-en': 'With accessible components.',
    },
  },
  spec: { type: 'website' },
};

const isFound = (language: 'nl' | 'en', text: string) =>
  new EntityTextFilter(text).filterEntity(toListedTemplate(TEMPLATE, language));

describe('toListedTemplate', () => {
  it('has the title in the language of the person', () => {
    expect(toListedTemplate(TEMPLATE, 'en').metadata.title).toBe('New website');
    expect(toListedTemplate(TEMPLATE, 'nl').metadata.title).toBe(
      'Nieuwe website',
    );
  });

  it.each([
    ['en', 'new website', true],
    ['en', 'nieuwe', true],
    ['en', 'accessible', true],
    ['en', 'toegankelijke', false],
    ['nl', 'toegankelijke onderdelen', true],
    ['nl', 'new', true],
    ['nl', 'accessible', false],
    ['nl', 'dataset', false],
  ] as const)('in %s finds "%s": %s', (language, text, isThere) => {
    expect(isFound(language, text)).toBe(isThere);
  });

  it('keeps a template that has only its own texts, and what is no template', () => {
    const { annotations: _, ...metadata } = TEMPLATE.metadata;
    const plain = { ...TEMPLATE, metadata };
    expect(toListedTemplate(plain, 'en').metadata).toEqual(metadata);
    const group = { ...TEMPLATE, kind: 'Group' };
    expect(toListedTemplate(group, 'en')).toBe(group);
  });
});
