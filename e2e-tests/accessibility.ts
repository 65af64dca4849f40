import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** WCAG 2.2 AA, which Dutch law asks of the government. */
const STANDARD = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Longer than any transition of the portal, in milliseconds. */
const MAX_TRANSITION_MS = 1_000;

/**
 * A dialog that is still coming up is half transparent, and its words are pale.
 * What moves with the scrolling, such as the shadow of a list, runs on no clock.
 */
async function waitForTransitions(page: Page) {
  await page.evaluate(async maxMs => {
    const ends = document
      .getAnimations()
      .filter(({ timeline }) => timeline instanceof DocumentTimeline)
      .map(({ finished }) => finished);
    // a spinner turns for ever
    const enough = new Promise(done => setTimeout(done, maxMs));
    // one that is called off has ended too
    await Promise.race([Promise.allSettled(ends), enough]);
  }, MAX_TRANSITION_MS);
}

/** Fails with one line per finding: which rule, on which element. */
export async function expectAccessible(page: Page) {
  await waitForTransitions(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(STANDARD)
    .analyze();
  const findings = violations.flatMap(violation =>
    violation.nodes.map(
      node => `${violation.id}: ${node.target.join(' ')} (${violation.help})`,
    ),
  );
  expect(findings).toEqual([]);
}

/** WCAG 1.4.10: at 320 px a page is read by scrolling in one direction only. */
export async function expectNoSidewaysScroll(page: Page) {
  const overflowPx = await page.evaluate(
    () =>
      document.documentElement.scrollWidth -
      document.documentElement.clientWidth,
  );
  expect(overflowPx, 'pixels that stick out at the right').toBeLessThanOrEqual(
    0,
  );
}

/** Accessible on a wide screen and on a small one, where nothing sticks out. */
export async function expectReadable(page: Page) {
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  }
}
