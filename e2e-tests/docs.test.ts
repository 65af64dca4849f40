import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, expectNoSidewaysScroll } from './accessibility';
import { identityProviderOrigin, isOff } from './localStack';
import { signIn } from './session';

const DOCS = '/docs/default/component/nerds-portal';
const MKDOCS = path.resolve(__dirname, '../mkdocs.yml');
const PAGES = '**/api/techdocs/static/docs/default/component/nerds-portal/';
const LACKS_TOOLS =
  Boolean(process.env.SKIP_WHAT_IS_OFF) && isOff('docs-tools');

/** What must never happen on a page that anyone may have written. */
const HOSTILE = `
  <script>window.wasRun = 'script'</script>
  <img src="x" onerror="window.wasRun = 'onerror'">
  <svg onload="window.wasRun = 'svg'"><script>window.wasRun = 'svg script'</script></svg>
  <iframe srcdoc="<script>parent.wasRun = 'iframe'</script>"></iframe>
  <object data="data:text/html,<script>parent.wasRun = 1</script>"></object>
  <a id="js" href="javascript:window.wasRun = 'link'">a link with a script</a>
  <a id="data" href="data:text/html,<script>1</script>">a link with a page</a>
  <form action="javascript:window.wasRun = 'form'"><button>Send</button></form>
  <math><mtext><table><mglyph><style><img src=x onerror="window.wasRun = 'math'"></style></mglyph></table></mtext></math>
  <details open ontoggle="window.wasRun = 'toggle'"><summary>x</summary></details>
  <link rel="stylesheet" href="https://evil.example/main.deadbeef.min.css">
  <img src="https://evil.example/pixel.gif" alt="">
  <pre class="mermaid"><code>flowchart TD
    A["&lt;img src=x onerror=window.wasRun='diagram'&gt;"] --&gt; B
    click A href "javascript:window.wasRun='click'"
    click B call alert()</code></pre>`;

/** Opens documentation; the tools may still be on their way, which a visit before that says. */
async function openDocs(page: Page, heading: RegExp, where = DOCS) {
  await expect(async () => {
    await page.goto(where);
    await expect(
      page.getByRole('heading', { level: 1, name: heading }),
    ).toBeVisible({ timeout: 30_000 });
  }).toPass({ timeout: 120_000 });
}

test.describe('the documentation of the portal', () => {
  test.setTimeout(300_000);
  test.skip(
    LACKS_TOOLS,
    'this machine cannot make documentation (./nerds status says why)',
  );

  test('is read in the portal, without help from elsewhere', async ({
    page,
    baseURL,
  }) => {
    const sources = await readFile(MKDOCS, 'utf8');
    const own = [new URL(baseURL!).origin, identityProviderOrigin()];
    const elsewhere: string[] = [];
    page.on('request', request => {
      if (!own.includes(new URL(request.url()).origin)) {
        elsewhere.push(request.url());
      }
    });
    await signIn(page, 'dev-burgerzaken');

    await test.step('the pages are made at the first visit, and say when', async () => {
      await openDocs(page, /NeRDS portal/);
      await expect(page.getByText(/^Gemaakt op .*20\d\d/)).toBeVisible();
      await expectAccessible(page);
    });

    await test.step('they are a tab of the component too, on every screen', async () => {
      await page.goto('/catalog/default/component/nerds-portal');
      await page
        .getByRole('link', { name: 'Documentatie', exact: true })
        .and(page.locator('[href$="/nerds-portal/docs"]'))
        .click();
      const title = page.getByRole('heading', {
        name: 'NeRDS portal',
        level: 1,
      });
      await expect(title).toBeVisible();
      await expect(page.getByText(/^Gemaakt op .*20\d\d/)).toBeVisible();
      await expectAccessible(page);
      await page.setViewportSize({ width: 320, height: 800 });
      await expectNoSidewaysScroll(page);
    });

    await test.step('a page with code and tables can be read on a small screen', async () => {
      await page.setViewportSize({ width: 320, height: 800 });
      await openDocs(page, /kubectl/, `${DOCS}/how-to/use-kubectl/`);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });

    await test.step('a diagram is drawn, and can be read without seeing it', async () => {
      await openDocs(page, /Documentation next/, `${DOCS}/how-to/techdocs/`);
      const diagram = page.getByRole('img', {
        name: 'When documentation is made',
      });
      await expect(diagram).toBeVisible();
      await expect(diagram.locator('svg')).toContainText('Show it');
      await page.getByText('Dit diagram als tekst').click();
      const source = page.getByText(/view\[Someone opens it\]/);
      await expect(source.filter({ visible: true })).toHaveCount(1);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });

    await test.step('a screen reader knows that the page is in English', async () => {
      const reader = page.locator('[lang="en"]', {
        has: page.getByRole('heading', { level: 1 }),
      });
      await expect(reader).not.toHaveCount(0);
    });

    await test.step('it is built again for who asks, who sees how that goes', async () => {
      await openDocs(page, /NeRDS portal/);
      await page.getByRole('button', { name: 'Opnieuw bouwen' }).click();
      await expect(
        page.getByText(/^De documentatie (wordt|is) opnieuw gebouwd/),
      ).toBeVisible();
      const show = page.getByRole('button', { name: 'Nieuwe pagina’s tonen' });
      await expect(show).toBeVisible({ timeout: 120_000 });
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
      await show.click();
      await expect(show).toBeHidden();
      await expect(page.getByText(/^Gemaakt op .*20\d\d/)).toBeVisible();
    });

    await test.step('nothing was asked from elsewhere, and the sources are as they were', async () => {
      expect(elsewhere).toEqual([]);
      expect(await readFile(MKDOCS, 'utf8')).toBe(sources);
    });
  });

  test('says that a page is not there, and why documentation could not be made', async ({
    page,
  }) => {
    await signIn(page, 'dev-burgerzaken');
    await openDocs(page, /NeRDS portal/);

    await test.step('a page that is not there', async () => {
      await page.goto(`${DOCS}/how-to/weg/`);
      await expect(
        page.getByText('Documentatie niet gevonden').or(page.getByText('404')),
      ).not.toHaveCount(0);
      await expectAccessible(page);
    });

    await test.step('documentation that could not be made', async () => {
      await page.route('**/api/techdocs/sync/**', route =>
        route.fulfill({
          contentType: 'text/event-stream',
          body: [
            'event: log\ndata: "ERROR   Config value ‘nav’: Expected a list"\n\n',
            'event: error\ndata: "Aborted with a configuration error!"\n\n',
          ].join(''),
        }),
      );
      await page.goto(`${DOCS}/how-to/weg/`);
      await expect(
        page.getByText(/Aborted with a configuration error/),
      ).toBeVisible();
      await expectAccessible(page);
      await page.getByRole('button', { name: 'Bouwlogboek tonen' }).click();
      await expect(page.getByText(/Expected a list/)).toBeVisible();
    });
  });

  test('cannot do anything but be read', async ({ page, baseURL }) => {
    const origin = new URL(baseURL!).origin;
    const elsewhere: string[] = [];
    const own = [origin, identityProviderOrigin()];
    page.on('response', response => {
      const { origin: from, protocol } = new URL(response.url());
      if (protocol.startsWith('http') && !own.includes(from)) {
        elsewhere.push(response.url());
      }
    });
    page.on('dialog', dialog => {
      void dialog.dismiss();
      throw new Error(`A page opened a dialog: ${dialog.message()}`);
    });
    await signIn(page, 'dev-burgerzaken');
    await openDocs(page, /NeRDS portal/);

    // as if nothing had been left out when the page was made
    await page.route(`${PAGES}index.html`, async route => {
      const response = await route.fetch();
      const html = await response.text();
      await route.fulfill({
        response,
        body: html.replace(/<h1/, () => `${HOSTILE}<h1`),
      });
    });
    await openDocs(page, /NeRDS portal/);
    const link = page.getByText('a link with a script');
    await expect(link).toBeVisible();
    await link.click();
    await page.getByText('a link with a page').click();
    await expect(page.getByRole('img', { name: 'Diagram' })).toBeVisible();

    expect(await page.evaluate('window.wasRun')).toBeUndefined();
    const left = await page
      .locator(
        'css=article script, article iframe, article object, article form[action], article [onerror], article [onload], article [ontoggle], article [href^="javascript:"], article [href^="data:"]',
      )
      .count();
    expect(left).toBe(0);
    expect(page.url()).toContain(DOCS);
    expect(elsewhere).toEqual([]);

    // a page or drawing opened by itself is text
    for (const file of ['index.html', 'search/search_index.json']) {
      const answer = await page.request.get(
        `${origin}/api/techdocs/static/docs/default/component/nerds-portal/${file}`,
      );
      expect(answer.headers()['x-content-type-options']).toBe('nosniff');
      expect(answer.headers()['content-type']).not.toMatch(
        /html|svg|javascript/,
      );
    }
  });
});
