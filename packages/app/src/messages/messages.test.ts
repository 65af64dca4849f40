import type { TranslationMessages } from '@backstage/frontend-plugin-api';
import { dutchResources } from './dutchResources';
import { findTranslationRefs } from './__testUtils__/findTranslationRefs';

/** English words that a Dutch developer also says, and texts without words. */
const SAME_IN_DUTCH = new Set([
  '{{count}} pod',
  '{{count}} pods',
  '{{podname}} - {{errortype}}',
  'cluster',
  'cluster: {{cluster}}',
  'document',
  'filters',
  'host',
  'id',
  'kubernetes',
  'label',
  'labels',
  'links',
  'metadata',
  'namespace',
  'namespace:',
  'namespace: {{namespace}}',
  'ok',
  'pods',
  'project',
  'repository',
  'status',
  'tags',
  'techdocs',
  'terminal',
  'type',
  'workspaces',
  'yaml',
  // the address of a page that exists in English only
  'https://backstage.io/docs/features/software-templates/adding-templates/',
]);

const found = findTranslationRefs();

function loadDutchMessages(id: string): Record<string, string> {
  const { default: loaded } = require(`./nl/${id}`) as {
    default: TranslationMessages;
  };
  expect(loaded.id).toBe(id);
  return loaded.messages;
}

/** What a text needs filled in: `{{name}}`, `{{index, number}}`, `{from}` and `$t(key)`. */
function listVariables(text: string): string[] {
  return (text.match(/\{\{[^}]*\}\}|\{\w+\}|\$t\([^)]*\)/g) ?? [])
    .map(variable => variable.replaceAll(' ', ''))
    .sort();
}

/** Space at the ends and the number of lines: Backstage joins and splits on these. */
function describeLayout(text: string) {
  return {
    spaceBefore: text.match(/^\s*/)?.[0],
    spaceAfter: text.match(/\s*$/)?.[0],
    lines: text.split('\n').length,
  };
}

describe('Dutch messages of Backstage', () => {
  it('cover every set of texts in the installed packages, and no other', () => {
    expect(dutchResources.map(resource => resource.id).sort()).toEqual(
      found.map(({ ref }) => ref.id).sort(),
    );
    expect(found.length).toBeGreaterThanOrEqual(18);
  });

  it('allow equal texts only where the list is used', () => {
    const english = found.flatMap(({ englishMessages }) =>
      Object.values(englishMessages).map(text => text.toLowerCase()),
    );
    expect([...SAME_IN_DUTCH].filter(text => !english.includes(text))).toEqual(
      [],
    );
  });

  describe.each(
    found.map(({ ref, englishMessages }) => ({
      id: ref.id,
      englishMessages,
    })),
  )('of $id', ({ id, englishMessages }) => {
    const dutchMessages = loadDutchMessages(id);
    const pairs = Object.entries(englishMessages).map(([key, english]) => ({
      key,
      english,
      dutch: dutchMessages[key] ?? '',
    }));

    it('have the same keys as the English ones', () => {
      expect(Object.keys(dutchMessages).sort()).toEqual(
        Object.keys(englishMessages).sort(),
      );
    });

    it('have a text for every key', () => {
      expect(pairs.filter(({ dutch }) => dutch.trim() === '')).toEqual([]);
    });

    it('fill in the same variables', () => {
      expect(
        pairs.map(({ key, dutch }) => [key, listVariables(dutch)]),
      ).toEqual(pairs.map(({ key, english }) => [key, listVariables(english)]));
    });

    it('keep spaces at the ends and line breaks', () => {
      expect(
        pairs.map(({ key, dutch }) => [key, describeLayout(dutch)]),
      ).toEqual(
        pairs.map(({ key, english }) => [key, describeLayout(english)]),
      );
    });

    it('are not English', () => {
      const english = pairs.filter(
        pair =>
          pair.dutch.toLowerCase() === pair.english.toLowerCase() &&
          !SAME_IN_DUTCH.has(pair.english.toLowerCase()),
      );
      expect(english).toEqual([]);
    });
  });
});
