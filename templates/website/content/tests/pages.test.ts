import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import axe from 'axe-core';
import { JSDOM } from 'jsdom';
import { menu, site } from '../src/site.ts';
import { whyNoBrowser } from './browser.ts';

const dist = resolve(import.meta.dirname, '../dist');
const pages = globSync('**/*.html', { cwd: dist });

function open(page: string): JSDOM {
  return new JSDOM(readFileSync(join(dist, page), 'utf8'), { runScripts: 'outside-only' });
}

test('every page of the menu is there', () => {
  for (const { path } of menu) {
    assert.ok(pages.includes(join('.', path, 'index.html')), path);
  }
});

for (const page of pages) {
  test(`${page} is in Dutch, has one heading 1, a skip link and the name of the site`, () => {
    const { document } = open(page).window;
    assert.equal(document.documentElement.lang, 'nl');
    assert.equal(document.querySelectorAll('h1').length, 1);
    assert.ok(document.title.includes(site.title));
    const skipLink = document.querySelector('body > a');
    assert.equal(skipLink?.getAttribute('href'), '#inhoud');
    assert.equal(document.querySelector('#inhoud')?.tagName, 'MAIN');
  });

  test(`${page} loads nothing from anyone else`, () => {
    const { document } = open(page).window;
    const loaded = [...document.querySelectorAll('[src], link[href]')].map((element) =>
      String(element.getAttribute('src') ?? element.getAttribute('href')),
    );
    assert.ok(loaded.length > 0);
    for (const address of loaded) {
      assert.match(address, /^\/(?!\/)/);
    }
    assert.equal(document.querySelectorAll('style, [style], script:not([src])').length, 0);
  });

  test(`${page} has no link to a page that is not there`, () => {
    const { document } = open(page).window;
    for (const link of document.querySelectorAll('a[href^="/"]')) {
      const path = String(link.getAttribute('href'));
      const files = [join(dist, path), join(dist, path, 'index.html')];
      assert.ok(
        files.some((file) => existsSync(file)),
        path,
      );
    }
  });

  // With a browser axe sees more, colours and sizes among it: see browser.test.ts.
  const skip = whyNoBrowser ? false : 'axe runs in the browser';
  test(`${page} has no error that axe can see without a browser`, { skip }, async () => {
    const { window } = open(page);
    window.eval(axe.source);
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(
      window.document.documentElement,
      { rules: { 'color-contrast': { enabled: false } } },
    );
    assert.deepEqual(
      [...violations].map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(', ')}`),
      [],
    );
  });
}

test('the stylesheets load nothing from anyone else', () => {
  for (const file of globSync('**/*.css', { cwd: dist })) {
    const addresses = readFileSync(join(dist, file), 'utf8').matchAll(/url\(["']?([^"')]+)/g);
    for (const [, address] of addresses) {
      assert.match(String(address), /^(data:|\/(?!\/))/);
    }
  }
});
