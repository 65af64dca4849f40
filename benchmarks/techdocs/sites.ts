import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Pages of a small site. */
const PAGE_COUNT = 10;

const PARAGRAPH =
  'Een aanvraag komt binnen, wordt gecontroleerd en krijgt een besluit. '.repeat(
    6,
  );

function buildPage(site: number, page: number): string {
  const title = `# Pagina ${page} van dienst ${site}`;
  const table = '| veld | betekenis |\n| --- | --- |\n| id | nummer |';
  const code = '```python\nprint("dienst")\n```';
  return [title, PARAGRAPH, table, PARAGRAPH, code, PARAGRAPH].join('\n\n');
}

/**
 * Writes small documentation sites and a catalog file with their components.
 *
 * @returns names of the components
 */
export function writeSites(
  directory: string,
  options: { count: number; entitiesFile: string },
): string[] {
  const names = Array.from(
    { length: options.count },
    (_, index) => `dienst-${index}`,
  );
  names.forEach((name, site) => {
    const docs = path.join(directory, name, 'docs');
    mkdirSync(docs, { recursive: true });
    writeFileSync(
      path.join(directory, name, 'mkdocs.yml'),
      `site_name: ${name}\ntheme: { name: material, language: nl }\n`,
    );
    for (let page = 0; page < PAGE_COUNT; page++) {
      const file = page === 0 ? 'index.md' : `pagina-${page}.md`;
      writeFileSync(path.join(docs, file), buildPage(site, page));
    }
  });
  const entities = names.map(name =>
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        annotations: { 'backstage.io/techdocs-ref': `dir:./${name}` },
      },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: 'group:default/burgerzaken',
      },
    }),
  );
  writeFileSync(options.entitiesFile, entities.join('\n---\n'));
  return names;
}
