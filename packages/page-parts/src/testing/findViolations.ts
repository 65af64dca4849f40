import axe from 'axe-core';

/**
 * What axe finds wrong with what is on the page. Colours and sizes need a real
 * browser and are checked in the browser tests.
 */
export async function findViolations(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: {
      'color-contrast': { enabled: false },
      'link-in-text-block': { enabled: false },
      'html-has-lang': { enabled: false },
      'document-title': { enabled: false },
    },
  });
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(', ')}`,
  );
}
