import { existsSync, globSync } from 'node:fs';
import { cp, symlink } from 'node:fs/promises';
import path from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { findPaths } from '@backstage/cli-common';
import {
  buildSite,
  createGenerator,
  readWholeSite,
} from '../__testUtils__/buildSite';
import { useDocsTools } from '../__testUtils__/docsTools';

const TEMPLATES = path.join(findPaths(process.cwd()).targetRoot, 'templates');

const directory = createMockDirectory();
const source = () => directory.resolve('source');

/** Each has pages of its own, or a README. */
function listTemplates() {
  return globSync('*/template.yaml', { cwd: TEMPLATES }).map(path.dirname);
}

async function build(
  files: Record<string, string>,
  techdocs: Record<string, object> = {},
) {
  directory.setContent({ source: files });
  return buildSite(createGenerator(directory.path, { techdocs }), source());
}

describe('making documentation with the real tools', () => {
  useDocsTools();

  it('makes a Dutch site with a diagram, without a word about elsewhere', async () => {
    const site = await build({
      'mkdocs.yml':
        'site_name: Vergunningen\ntheme:\n  name: material\n  language: nl\n',
      'docs/index.md':
        '# Welkom :smile:\n\n```mermaid\ngraph TD; A-->B\n```\n\n=== "Een"\n    tekst\n\n!!! note "Let op"\n    tekst\n\n- [x] klaar\n',
      'docs/tweede.md': '# Tweede\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n',
    });

    expect(site.error).toBeUndefined();
    const page = await site.read('index.html');
    expect(page).toContain('<html lang="nl"');
    expect(page).toContain(
      '<pre class="mermaid"><code>graph TD; A--&gt;B</code></pre>',
    );
    expect(page).toContain('Welkom 😄');
    expect(page).toContain('class="tabbed-set');
    expect(page).toContain('type="checkbox"');
    expect(page).not.toMatch(/(src|href)="https?:\/\/(?!squidfunk)/);
    expect(await site.read('tweede/index.html')).toContain('text-align:right');
    expect(JSON.parse(await site.read('techdocs_metadata.json'))).toMatchObject(
      {
        site_name: 'Vergunningen',
        language: 'nl',
        changed_at: expect.any(Number),
      },
    );
    const { docs } = JSON.parse(await site.read('search/search_index.json'));
    expect(docs.map((doc: { title: string }) => doc.title)).toContain('Tweede');
  });

  it('takes everything out of a page that could run or send people away', async () => {
    const site = await build({
      'mkdocs.yml': 'site_name: x\n',
      'docs/index.md': [
        '# Kwaad <img src=x onerror=alert(1)>',
        '<script>alert(1)</script><script src="evil.js"></script>',
        '<svg onload=alert(1)><script>alert(1)</script><a xlink:href="javascript:alert(1)"/></svg>',
        '<a href="javascript:alert(1)">a</a> [b](javascript:alert(1)) [c](data:text/html,x)',
        '[d](vbscript:x) <a href="&#106;avascript:alert(1)">e</a> <iframe src="//evil.example"></iframe>',
        '<iframe srcdoc="<script>alert(1)</script>"></iframe><object data="x"></object><embed src="x">',
        '<form action="https://evil.example"><input name="password"></form><base href="https://evil.example">',
        '<meta http-equiv="refresh" content="0;url=https://evil.example"><link rel="stylesheet" href="x/main.deadbeef.min.css">',
        '</article></main></body><div style="position:fixed;inset:0;z-index:9999;color:red">nep</div>',
        '<style>:host{display:none}</style><math><mtext><script>alert(1)</script></mtext></math>',
      ].join('\n\n'),
      'docs/evil.js': 'alert(1)',
      'docs/x/main.deadbeef.min.css': ':host{display:none}',
      'docs/y/index.html': '<script>alert(1)</script>',
      'docs/techdocs_metadata.json':
        '{"commit":{"id":"x","url":"javascript:alert(1)"},"changed_at":1}',
    });

    expect(site.error).toBeUndefined();
    const page = await site.read('index.html');
    const article = page.slice(
      page.indexOf('<article'),
      // the template's own comes after whatever the page brought
      page.lastIndexOf('</article>'),
    );
    expect(article).not.toMatch(
      /<script|<iframe|<object|<embed|<form|<base|<meta|<link|<style|<math|onerror|onload|javascript:|vbscript:|data:text|position:|evil\.example/i,
    );
    expect(article).toContain('color:red');
    // what would have closed the article early did not
    expect(article).not.toContain('</article>');
    expect(existsSync(`${site.outputDir}/evil.js`)).toBe(false);
    expect(existsSync(`${site.outputDir}/x/main.deadbeef.min.css`)).toBe(false);
    expect(existsSync(`${site.outputDir}/y/index.html`)).toBe(false);
    expect(site.log).toContain('Left out: evil.js');
    const metadata = JSON.parse(await site.read('techdocs_metadata.json'));
    expect(metadata.commit).toBeUndefined();
    expect(metadata.changed_at).toBeGreaterThan(1);
  });

  it('keeps what the portal knows from a site that asks for it', async () => {
    process.env.PORTAL_TEST_SECRET = 'geheim-van-het-portaal';
    directory.setContent({ 'outside.md': 'geheim-buiten-de-map' });
    const outside = directory.resolve('outside.md');
    directory.addContent({
      source: {
        'mkdocs.yml': [
          'site_name: !ENV PORTAL_TEST_SECRET',
          'copyright: !ENV [PORTAL_TEST_SECRET, x]',
          'INHERIT: ../../outside.yml',
          'hooks: [hook.py]',
          'theme: { name: material, custom_dir: /etc }',
          'plugins: [{ exec: {} }, macros, techdocs-core]',
          'extra: { x: !!python/object/apply:os.system ["touch hacked"] }',
          'markdown_extensions:',
          '  pymdownx.snippets: { base_path: [/], restrict_base_path: false }',
          '  pymdownx.b64: { base_path: / }',
          '  plantuml_markdown: { plantuml_cmd: touch hacked }',
          '  toc: { slugify: !!python/name:os.system , permalink: true }',
          'nav: [{ Binnen: index.md }, { Buiten: ../../outside.md }]',
        ].join('\n'),
        'hook.py': 'open("hacked", "w").write("x")',
        docs: {
          'index.md': [
            '--8<-- "/etc/passwd"',
            `--8<-- "${outside}"`,
            '--8<-- "../../outside.md"',
            '![x](../../outside.md) ![y](/etc/passwd)',
            '```plantuml source="/etc/passwd"\nA->B\n```',
            '{{ config }} {% include "/etc/passwd" %}',
          ].join('\n\n'),
        },
      },
    });
    const site = await buildSite(createGenerator(directory.path), source());
    delete process.env.PORTAL_TEST_SECRET;

    expect(site.error).toBeUndefined();
    const everything = `${await readWholeSite(site.outputDir)}\n${site.log}`;
    expect(everything).not.toMatch(/root:x:|geheim-/);
    expect(everything).toContain('Naam uit de catalogus');
    expect(existsSync(`${source()}/hacked`)).toBe(false);
    expect(existsSync(`${site.outputDir}/hacked`)).toBe(false);
    expect(site.log).toContain('Left out of mkdocs.yml: !ENV');
    expect(site.log).toContain('pymdownx.b64');
  });

  it.each([
    ['a page', 'docs/stolen.md', /not allowed to refer to a location outside/],
    ['mkdocs.yml itself', 'mkdocs.yml', /has to be an ordinary file/],
    ['the directory with the pages', 'docs', /.+/],
  ])('refuses a link out of the documentation: %s', async (_, name, reason) => {
    directory.setContent({
      outside: { 'index.md': 'geheim-buiten-de-map' },
      source: {
        ...(name === 'mkdocs.yml' ? {} : { 'mkdocs.yml': 'site_name: x' }),
        ...(name === 'docs' ? {} : { docs: { 'index.md': '# x' } }),
      },
    });
    await symlink(
      directory.resolve(name === 'docs' ? 'outside' : 'outside/index.md'),
      `${source()}/${name}`,
    );
    const site = await buildSite(createGenerator(directory.path), source());
    expect(site.error?.message).toMatch(reason);
    expect(await readWholeSite(site.outputDir)).not.toContain('geheim-');
    expect(`${site.error?.message}${site.log}`).not.toContain('geheim-');
  });

  it.each([
    ['docs_dir: ../outside', /outside|not allowed/i],
    ['docs_dir: /etc', /outside|not allowed/i],
    ['nav: [unclosed', /^mkdocs\.yml: .* at line 1/],
    ['nav: 3', /nav/i],
    ['docs_dir: weg', /weg/],
  ])(
    'says what is wrong with “%s”, and not where the portal is',
    async (line, message) => {
      const site = await build({ 'mkdocs.yml': line, 'docs/index.md': '# x' });
      expect(site.error?.message).toMatch(message);
      expect(`${site.error?.message}${site.log}`).not.toContain(directory.path);
    },
  );

  it('stops at what is too much', async () => {
    const small = { 'mkdocs.yml': 'site_name: x', 'docs/index.md': '# x' };
    const many = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`docs/${index}.md`, '# x']),
    );
    const tooMany = await build(
      { ...small, ...many },
      { builds: { maxFiles: 10 } },
    );
    expect(tooMany.error?.message).toBe(
      'The documentation has 13 files; 10 is the most',
    );
    const tooLarge = await build(
      { ...small, 'docs/film.mp4': 'x'.repeat(2 * 1024 * 1024) },
      { builds: { maxFileMiB: 1 } },
    );
    expect(tooLarge.error?.message).toBe(
      'film.mp4 is 2.0 MiB; 1.0 MiB is the most for one file',
    );
    const tooSlow = await build(small, {
      builds: { timeout: { milliseconds: 50 } },
    });
    expect(tooSlow.error?.message).toMatch(/took too long/);
    const tooMuchMemory = await build(small, { builds: { maxMemoryMiB: 20 } });
    expect(tooMuchMemory.error).toBeDefined();
  });

  it('makes the same site once for twenty who ask for it together', async () => {
    directory.setContent({
      source: { 'mkdocs.yml': 'site_name: x', 'docs/index.md': '# Samen' },
    });
    const generator = createGenerator(directory.path);
    const sites = await Promise.all(
      Array.from({ length: 20 }, () =>
        buildSite(generator, source(), { etag: 'commit' }),
      ),
    );
    expect(sites.map(({ error }) => error)).toEqual(Array(20).fill(undefined));
    for (const site of sites) {
      expect(await site.read('index.html')).toContain('Samen');
    }
    const made = sites.filter(({ log }) => log.includes('Documentation built'));
    expect(made).toHaveLength(1);
    expect(sites[19].log).toContain('being made already');
  });

  it('makes a page of a README where there is nothing else', async () => {
    const site = await build({ 'README.md': '# Dienst zonder documentatie' });
    expect(site.error).toBeUndefined();
    expect(await site.read('index.html')).toContain('zonder documentatie');
    expect(await site.read('index.html')).toContain('Naam uit de catalogus');
  });

  it.each(listTemplates())(
    'makes the documentation of the template %s',
    async name => {
      directory.setContent({});
      await cp(path.join(TEMPLATES, name), source(), {
        recursive: true,
        filter: file => !/\/(content|node_modules)(\/|$)/.test(file),
      });
      const site = await buildSite(createGenerator(directory.path), source());
      expect(site.error).toBeUndefined();
      expect(site.log).not.toContain('Left out');
    },
  );
});
