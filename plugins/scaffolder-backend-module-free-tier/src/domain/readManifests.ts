import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { Language } from '@nerds/plugin-free-tier-common';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { formatMessage } from '../messages';
import { isAllowedKind, KIND_NAMES, type Manifest } from './kinds';

/** Of all manifests together: a project of a template has some kilobytes. */
const MAX_BYTES = 256 * 1024;
const MAX_OBJECTS = 50;

function isManifest(value: unknown): value is Manifest {
  const { apiVersion, kind, metadata } = Object(value) as Partial<Manifest>;
  return (
    typeof apiVersion === 'string' &&
    typeof kind === 'string' &&
    typeof metadata?.name === 'string'
  );
}

function parseFile(file: string, text: string, language: Language): Manifest[] {
  return parseAllDocuments(text).flatMap(document => {
    const [error] = document.errors;
    const value: unknown = error ? undefined : document.toJS();
    if (!error && value === null) return []; // between two separators
    if (error || !isManifest(value)) {
      const reason = error
        ? error.message.split('\n')[0]
        : 'apiVersion, kind, metadata.name';
      throw new InputError(
        formatMessage('badManifest', language, { file, reason }),
      );
    }
    if (!isAllowedKind(value)) {
      const { kind, apiVersion } = value;
      const kinds = KIND_NAMES.join(', ');
      throw new InputError(
        formatMessage('badKind', language, { file, kind, apiVersion, kinds }),
      );
    }
    return [value];
  });
}

function resolveFolder(
  workspacePath: string,
  folder: string,
  language: Language,
): string {
  try {
    return resolveSafeChildPath(workspacePath, folder);
  } catch {
    throw new InputError(formatMessage('badPath', language, { path: folder }));
  }
}

/**
 * Reads the manifests in a folder of a project, by name of their files.
 *
 * @throws InputError naming the file, or the field `path`
 * @internal
 */
export async function readManifests(
  workspacePath: string,
  folder: string,
  language: Language,
): Promise<Manifest[]> {
  const directory = resolveFolder(workspacePath, folder, language);
  const entries = await readdir(directory).catch(() => []);
  const files = entries.filter(name => /\.ya?ml$/.test(name)).sort();
  const manifests: Manifest[] = [];
  let bytes = 0;
  for (const file of files) {
    // a link may point out of the project
    const name = path.join(folder, file);
    const target = resolveFolder(workspacePath, name, language);
    const text = await readFile(target, 'utf8');
    bytes += Buffer.byteLength(text);
    if (bytes <= MAX_BYTES) manifests.push(...parseFile(name, text, language));
    if (bytes > MAX_BYTES || manifests.length > MAX_OBJECTS) {
      const values = { objects: MAX_OBJECTS, kib: MAX_BYTES / 1024 };
      throw new InputError(
        formatMessage('manifestsTooLarge', language, values),
      );
    }
  }
  if (manifests.length === 0) {
    throw new InputError(
      formatMessage('noManifests', language, { path: folder }),
    );
  }
  return manifests;
}
