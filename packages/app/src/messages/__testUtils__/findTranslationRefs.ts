import { readFileSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TranslationRef } from '@backstage/frontend-plugin-api';

const FRONTEND_ROLES = [
  'frontend-plugin',
  'frontend-plugin-module',
  'web-library',
];

/** A set of translatable texts, with the English ones it carries itself. */
export type FoundTranslationRef = {
  ref: TranslationRef;
  englishMessages: Record<string, string>;
};

type PackageJson = {
  backstage?: { role?: string };
  dependencies?: Record<string, string>;
};

function readPackage(name: string) {
  const file = require.resolve(`${name}/package.json`);
  const content = JSON.parse(readFileSync(file, 'utf8')) as PackageJson;
  return { directory: dirname(file), content };
}

/** Names of the Backstage frontend packages that the app contains, at any depth. */
function listFrontendPackages(): string[] {
  const app = require('../../../package.json') as PackageJson;
  const waiting = Object.keys(app.dependencies ?? {});
  const seen = new Set<string>();
  const frontendPackages: string[] = [];
  for (let name = waiting.pop(); name; name = waiting.pop()) {
    if (!name.startsWith('@backstage/') || seen.has(name)) continue;
    seen.add(name);
    const { content } = readPackage(name);
    if (!FRONTEND_ROLES.includes(content.backstage?.role ?? '')) continue;
    frontendPackages.push(name);
    waiting.push(...Object.keys(content.dependencies ?? {}));
  }
  return frontendPackages.sort();
}

/**
 * Entry points of a package that declare a translation ref. The type
 * declarations are read first, because loading every package would take minutes.
 */
function listDeclaringEntryPoints(name: string): string[] {
  const { directory } = readPackage(name);
  return [
    { types: 'dist/index.d.ts', entryPoint: name },
    { types: 'dist/alpha.d.ts', entryPoint: `${name}/alpha` },
  ]
    .filter(({ types }) => existsSync(join(directory, types)))
    .filter(({ types }) =>
      /declare const \w+: [\w.]*TranslationRef</.test(
        readFileSync(join(directory, types), 'utf8'),
      ),
    )
    .map(({ entryPoint }) => entryPoint);
}

function isTranslationRef(value: unknown): value is TranslationRef & {
  getDefaultMessages(): Record<string, string>;
} {
  return (
    (value as { $$type?: unknown } | null)?.$$type ===
    '@backstage/TranslationRef'
  );
}

/**
 * All translation refs in the Backstage packages of the app, found by looking
 * into the installed packages, so that an upgrade that adds one is noticed.
 */
export function findTranslationRefs(): FoundTranslationRef[] {
  const found = new Map<string, FoundTranslationRef>();
  for (const entryPoint of listFrontendPackages().flatMap(
    listDeclaringEntryPoints,
  )) {
    for (const value of Object.values(require(entryPoint) as object)) {
      if (isTranslationRef(value)) {
        found.set(value.id, {
          ref: value,
          englishMessages: value.getDefaultMessages(),
        });
      }
    }
  }
  return [...found.values()];
}
