import AxeBuilder from '@axe-core/playwright';
import { chromium } from '@playwright/test';

/** WCAG 2.2 AA, as Dutch law asks of websites of the government. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * What axe finds on the pages of a website, in Chromium.
 *
 * @param executablePath - of Chromium
 * @internal
 */
export async function checkPages(options: {
  executablePath: string;
  url: string;
  pages: string[];
}): Promise<string[]> {
  const browser = await chromium.launch({
    executablePath: options.executablePath,
    // in a container there is no sandbox to be had; the pages are our own
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const context = await browser.newContext();
    const page = await context.newPage();
    const problems: string[] = [];
    for (const path of options.pages) {
      const response = await page.goto(`${options.url}${path}`);
      if (!response?.ok()) {
        problems.push(`${path} answers ${response?.status()}`);
        continue;
      }
      const { violations } = await new AxeBuilder({ page })
        .withTags(WCAG)
        .analyze();
      problems.push(
        ...violations.map(
          ({ id, help, nodes }) =>
            `${path}: ${id}: ${help} (${nodes[0]?.target.join(' ')})`,
        ),
      );
    }
    return problems;
  } finally {
    await browser.close();
  }
}
