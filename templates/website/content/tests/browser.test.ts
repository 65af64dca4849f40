import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import type axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { menu } from '../src/site.ts';
import { startBrowser, whyNoBrowser } from './browser.ts';
import { serveSite } from './siteServer.ts';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

const WIDTHS = [1280, 320];
const paths = [...menu.map((item) => item.path), '/is-er-niet'];

describe('in a browser', { skip: whyNoBrowser }, () => {
  let browser: Browser;
  let site: Awaited<ReturnType<typeof serveSite>>;

  before(async () => {
    site = await serveSite();
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    site?.stop();
  });

  for (const path of paths) {
    for (const width of WIDTHS) {
      test(`${path} is accessible at ${width} px and keeps to its own rules`, async () => {
        const page = await browser.newPage({ viewport: { width, height: 800 } });
        const asked: string[] = [];
        const complaints: string[] = [];
        page.on('request', (request) => asked.push(request.url()));
        page.on('console', (message) => {
          // the browser says of a page that is not there that it is not there
          if (message.type() === 'error' && !message.text().includes('404')) {
            complaints.push(message.text());
          }
        });
        await page.goto(site.url + path);
        assert.deepEqual(
          asked.filter((url) => !url.startsWith(site.url)),
          [],
        );
        assert.deepEqual(complaints, []);

        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        assert.ok(sideways <= 0, `${sideways} px too wide`);

        await page.evaluate(axeSource);
        const { violations } = await page.evaluate(() =>
          (window as unknown as { axe: typeof axe }).axe.run(),
        );
        assert.deepEqual(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(', ')}`),
          [],
        );
        await page.close();
      });
    }
  }

  test('the first Tab shows the skip link, and Enter goes to the content', async () => {
    const page = await browser.newPage();
    await page.goto(site.url);
    await page.keyboard.press('Tab');
    const skipLink = page.getByRole('link', { name: 'Naar de inhoud' });
    assert.ok(await skipLink.evaluate((link) => link === document.activeElement));
    const box = await skipLink.boundingBox();
    assert.ok(box && box.y >= 0);
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'inhoud');
    await page.close();
  });
});
