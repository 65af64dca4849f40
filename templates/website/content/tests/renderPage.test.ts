import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderPage } from '../src/renderPage.ts';

const layout = '<title>{{ pageTitle }}</title><nav>{{ menu }}</nav><main>{{ content }}</main>';
const site = {
  title: `<script>alert("1")</script> & '{{ menu }}' $&`,
  description: 'b',
  organisation: 'c',
  contactEmail: 'd@example.nl',
};

test('what is in site.json reads on the page as it was typed', () => {
  const html = renderPage({
    layout,
    page: '<title>Privacy</title>\n<h1>{{ title }}</h1>',
    path: '/privacy/',
    site,
  });
  assert.ok(
    html.includes(
      '<h1>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;{{ menu }}&#39; $&amp;</h1>',
    ),
  );
  assert.ok(html.includes('<title>Privacy - &lt;script&gt;'));
});

test('the menu says which page this is, and only that one', () => {
  const html = renderPage({ layout, page: '<title>Privacy</title>', path: '/privacy/', site });
  assert.equal(html.match(/aria-current="page"/g)?.length, 1);
  assert.match(html, /href="\/privacy\/" aria-current="page"/);
});

test('a page without a title, or with a placeholder that nobody knows, stops the build', () => {
  assert.throws(() => renderPage({ layout, page: '<h1>x</h1>', path: '/x/', site }), /<title>/);
  assert.throws(
    () => renderPage({ layout, page: '<title>x</title>{{ adress }}', path: '/x/', site }),
    /{{ adress }}/,
  );
});
