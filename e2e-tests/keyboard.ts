import { expect, type Locator, type Page } from '@playwright/test';

/** More stops than any page has. */
const MAX_STOPS = 250;

/** Room around a stop for its outline, in CSS pixels. */
const MARGIN_PX = 8;

/** A line of one pixel around half of a stop; a large one may show it at an edge. */
const MAX_NEEDED_PX = 100;

interface Stop {
  /** The same for the same element, as long as the page is there. */
  id: number;
  name: string;
  /** The same for elements that look alike. */
  kind: string;
  isInNavigation: boolean;
  box: { x: number; y: number; width: number; height: number };
}

/**
 * Waits until a page stays as it is for a moment: what one goes round on may still be
 * drawn anew after it is there. A page that goes on changing is not waited for.
 */
export async function waitUntilDrawn(page: Page) {
  await page.evaluate(
    ({ quietMs, enoughMs }) =>
      new Promise<void>(done => {
        let timer: ReturnType<typeof setTimeout>;
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, quietMs);
        });
        timer = setTimeout(done, quietMs);
        observer.observe(document.body, { childList: true, subtree: true });
        setTimeout(done, enoughMs);
      }),
    { quietMs: 500, enoughMs: 3_000 },
  );
}

/** Presses Tab until that has the focus, as somebody without a mouse has to. */
export async function tabTo(page: Page, target: Locator) {
  for (let stops = 0; stops < MAX_STOPS; stops += 1) {
    await page.keyboard.press('Tab');
    const isThere = await target.evaluateAll(elements =>
      elements.some(element => element === document.activeElement),
    );
    if (isThere) return;
  }
  throw new Error(`Tab does not reach ${target}`);
}

/** Goes there with Tab and presses Enter. */
export async function choose(page: Page, target: Locator) {
  await expect(target.first()).toBeVisible();
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** What has the focus now; nothing at the end of the page. */
async function readStop(page: Page): Promise<Stop | undefined> {
  return page.evaluate(async () => {
    // also without motion a transition takes a moment, and it starts at the old place
    await new Promise(drawn => {
      requestAnimationFrame(() => requestAnimationFrame(drawn));
    });
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) {
      element = element.shadowRoot.activeElement;
    }
    if (!element || element === document.body) return undefined;
    const store = window as { seenStops?: Element[] };
    store.seenStops ??= [];
    if (!store.seenStops.includes(element)) store.seenStops.push(element);
    // a field may be drawn by what is around it, and a check box be a dot itself
    let drawn: Element =
      (element.localName === 'input' && element.parentElement) || element;
    while (
      drawn.parentElement &&
      (drawn.getBoundingClientRect().width < 24 ||
        getComputedStyle(drawn).opacity === '0')
    ) {
      drawn = drawn.parentElement;
    }
    const { x, y, width, height } = drawn.getBoundingClientRect();
    const toKind = (part: Element | null) =>
      `${part?.localName} ${part?.getAttribute('class')?.replace(/\d+/g, '')}`;
    const name =
      element.getAttribute('aria-label') ?? element.textContent ?? '';
    return {
      id: store.seenStops.indexOf(element),
      name: `${element.localName} “${name.trim().slice(0, 60)}”`,
      kind: `${toKind(element)} in ${toKind(element.parentElement)}`,
      isInNavigation: !element.closest('main, [role="main"]'),
      box: { x, y, width, height },
    };
  });
}

/**
 * The focus off and on again, at the same place.
 *
 * @returns whether what has it is still there
 */
const toggleFocus = (page: Page, isOn: boolean) =>
  page.evaluate(on => {
    const { seenStops = [], focused } = window as {
      seenStops?: Element[];
      focused?: HTMLElement;
    };
    if (on) {
      // not in the types yet; the browsers know it
      focused?.focus({
        preventScroll: true,
        focusVisible: true,
      } as FocusOptions);
      return focused?.isConnected ?? false;
    }
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) {
      element = element.shadowRoot.activeElement;
    }
    if (!seenStops.includes(element!)) return false;
    (window as { focused?: Element }).focused = element!;
    (element as HTMLElement).blur();
    return true;
  }, isOn);

/** How many pixels are clearly other in the one picture than in the other. */
async function countChanges(page: Page, pictures: Buffer[]): Promise<number> {
  return page.evaluate(
    async texts => {
      const [first, second] = await Promise.all(
        texts.map(async text => {
          const bytes = Uint8Array.from(atob(text), c => c.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes]));
          const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
          const context = canvas.getContext('2d')!;
          context.drawImage(bitmap, 0, 0);
          return context.getImageData(0, 0, bitmap.width, bitmap.height).data;
        }),
      );
      let changes = 0;
      for (let at = 0; at < first.length; at += 4) {
        const difference = [0, 1, 2].reduce(
          (sum, part) => sum + Math.abs(first[at + part] - second[at + part]),
          0,
        );
        if (difference > 90) changes += 1;
      }
      return changes;
    },
    pictures.map(picture => picture.toString('base64')),
  );
}

/**
 * Whether one sees that this has the focus: compared as pictures, because an outline
 * may also be cut off, or be behind something else (WCAG 2.4.7 and 2.4.11).
 */
async function isFocusSeen(page: Page, { box }: Stop): Promise<boolean> {
  const { width, height } = page.viewportSize()!;
  const x = Math.max(0, box.x - MARGIN_PX);
  const y = Math.max(0, box.y - MARGIN_PX);
  const clip = {
    x,
    y,
    width: Math.min(width, box.x + box.width + MARGIN_PX) - x,
    height: Math.min(height, box.y + box.height + MARGIN_PX) - y,
  };
  if (clip.width <= 0 || clip.height <= 0) return false;
  const withFocus = await page.screenshot({ clip });
  const wasThere = await toggleFocus(page, false);
  const without = await page.screenshot({ clip });
  // a page that is drawn anew in the meantime takes the stop away, and the focus
  if (!wasThere || !(await toggleFocus(page, true))) return true;
  const changes = await countChanges(page, [withFocus, without]);
  return changes >= Math.min(box.width + box.height, MAX_NEEDED_PX);
}

/**
 * Goes round the page with Tab.
 *
 * @param options - `isNavigationKnown`: the navigation was looked at on another page
 * @returns the stops at which one does not see where one is, or cannot get away from
 */
export async function findFocusProblems(
  page: Page,
  options: { isNavigationKnown?: boolean } = {},
): Promise<string[]> {
  const problems: string[] = [];
  const seen = new Set<number>();
  // each row of a table has the same: one look is enough
  const kinds = new Set<string>();
  while (seen.size < MAX_STOPS) {
    await page.keyboard.press('Tab');
    const stop = await readStop(page);
    if (!stop) return problems;
    if (seen.has(stop.id)) {
      const isRound = stop.id === 0 && seen.size > 1;
      return isRound ? problems : [...problems, `trapped at ${stop.name}`];
    }
    seen.add(stop.id);
    const isKnown = options.isNavigationKnown && stop.isInNavigation;
    if (isKnown || kinds.has(stop.kind)) continue;
    kinds.add(stop.kind);
    if (!(await isFocusSeen(page, stop))) problems.push(`unseen: ${stop.name}`);
  }
  return [...problems, `more than ${MAX_STOPS} stops`];
}
