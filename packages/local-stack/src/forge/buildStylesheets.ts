import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const IMPORT = /^@import "([^"]+)"\s*(\([^)]+\))?;$/gm;

/**
 * A stylesheet with everything that it imports in its place. What it imports
 * from an npm package is left out: that is for parts that need scripts.
 *
 * @internal
 */
export function inlineImports(file: string): string {
  return readFileSync(file, 'utf8').replace(
    IMPORT,
    (_line, imported: string, media?: string) => {
      if (!imported.startsWith('.')) {
        return '';
      }
      const css = inlineImports(join(dirname(file), imported));
      return media ? `@media ${media} {\n${css}\n}` : css;
    },
  );
}

const SIDES: Record<string, string[]> = {
  '': [''],
  x: ['-left', '-right'],
  y: ['-top', '-bottom'],
  t: ['-top'],
  r: ['-right'],
  b: ['-bottom'],
  l: ['-left'],
};

/** Of the utility classes in Gitea's pages, those that decide the layout. */
const UTILITIES: Record<string, string> = {
  flex: 'display: flex',
  block: 'display: block',
  'inline-block': 'display: inline-block',
  contents: 'display: contents',
  'flex-1': 'flex: 1 1 0%',
  'flex-col': 'flex-direction: column',
  'flex-wrap': 'flex-wrap: wrap',
  grow: 'flex-grow: 1',
  'shrink-0': 'flex-shrink: 0',
  'items-center': 'align-items: center',
  'self-start': 'align-self: flex-start',
  'justify-between': 'justify-content: space-between',
  'justify-center': 'justify-content: center',
  'justify-end': 'justify-content: flex-end',
  'text-center': 'text-align: center',
  'text-right': 'text-align: right',
  'align-middle': 'vertical-align: middle',
  'w-full': 'width: 100%',
  'w-auto': 'width: auto',
  relative: 'position: relative',
  invisible: 'visibility: hidden',
  'no-underline': 'text-decoration: none',
  'whitespace-nowrap': 'white-space: nowrap',
  'break-anywhere': 'overflow-wrap: anywhere',
  'font-mono': 'font-family: var(--fonts-monospace)',
  'font-semibold': 'font-weight: var(--font-weight-semibold)',
  'font-normal': 'font-weight: var(--font-weight-normal)',
  'text-text': 'color: var(--color-text)',
  'text-text-light': 'color: var(--color-text-light)',
  'text-primary': 'color: var(--color-primary)',
  'ml-auto': 'margin-left: auto',
};

function buildUtilities(): string {
  const rules = Object.entries(UTILITIES);
  for (let step = 0; step <= 8; step += 1) {
    // a step is a quarter of the size of the text
    const size = `${step / 4}rem`;
    rules.push([`gap-${step}`, `gap: ${size}`]);
    for (const [name, property] of [
      ['m', 'margin'],
      ['p', 'padding'],
    ]) {
      for (const [side, suffixes] of Object.entries(SIDES)) {
        rules.push([
          `${name}${side}-${step}`,
          suffixes.map(suffix => `${property}${suffix}: ${size}`).join('; '),
        ]);
      }
    }
  }
  return rules
    .map(([name, declarations]) => {
      const important = declarations.replace(/(?=;|$)/g, ' !important');
      return `.tw-${name} { ${important}; }`;
    })
    .join('\n');
}

/**
 * Makes the stylesheets of Gitea's pages from their source.
 *
 * @remarks
 * Gitea's own build takes a thousand npm packages. Its stylesheets need one of
 * them, for the utility classes; the few that decide the layout are written
 * here. There are no scripts: the pages can be read, menus do not open.
 *
 * @param source - directory of Gitea's source
 * @param assets - the `public/assets` that Gitea serves
 * @internal
 */
export function buildStylesheets(source: string, assets: string): void {
  const css = join(source, 'web_src/css');
  const write = (name: string, content: string) => {
    mkdirSync(dirname(join(assets, name)), { recursive: true });
    writeFileSync(join(assets, name), content);
  };
  write(
    'css/index.css',
    `${inlineImports(join(css, 'index.css'))}\n${buildUtilities()}`,
  );
  for (const name of ['auto', 'light', 'dark']) {
    const theme = `theme-gitea-${name}.css`;
    write(`css/${theme}`, inlineImports(join(css, 'themes', theme)));
  }
  // names of files as they are, without a hash in them
  write('.vite/manifest.json', '{}');
}
