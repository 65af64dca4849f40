import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { renderPage } from './src/renderPage.ts';
import { renewSecurityTxt } from './src/renewSecurityTxt.ts';
import { site } from './src/site.ts';

const SECURITY_TXT = '.well-known/security.txt';

/** Puts every page in the layout of the site. */
function layout(): Plugin {
  return {
    name: 'layout',
    transformIndexHtml: {
      order: 'pre',
      handler: (page, { path }) =>
        renderPage({
          layout: readFileSync(resolve(import.meta.dirname, 'src/layout.html'), 'utf8'),
          page,
          path: path.replace(/index\.html$/, ''),
          site,
        }),
    },
  };
}

/** Renews security.txt with every build: it does not expire while the site is kept up to date. */
function securityTxt(): Plugin {
  return {
    name: 'security-txt',
    generateBundle() {
      const text = readFileSync(resolve(import.meta.dirname, 'public', SECURITY_TXT), 'utf8');
      this.emitFile({
        type: 'asset',
        fileName: SECURITY_TXT,
        source: renewSecurityTxt(text, new Date()),
      });
    },
  };
}

export default defineConfig({
  appType: 'mpa',
  plugins: [layout(), securityTxt()],
  build: {
    // fonts and images stay files: the Content-Security-Policy allows no data: address
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: {
      input: ['index.html', 'toegankelijkheid/index.html', 'privacy/index.html', '404.html'],
    },
  },
});
