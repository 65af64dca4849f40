import { mkdir, mkdtemp, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { PassThrough } from 'node:stream';
import { mockServices } from '@backstage/backend-test-utils';
import type { GeneratorRunOptions } from '@backstage/plugin-techdocs-node';
import type { JsonObject } from '@backstage/types';
import { readBuildLimits } from '../config';
import { NerdsTechdocsGenerator } from '../generators/NerdsTechdocsGenerator';
import { InMemoryFailedBuilds } from './InMemoryFailedBuilds';

/** A generator with the limits of the portal, or those given. */
export function createGenerator(
  workingDirectory: string,
  data: JsonObject = {},
) {
  const config = mockServices.rootConfig({
    data: {
      techdocs: {
        generator: { runIn: 'local', mkdocs: { disableExternalFonts: true } },
        ...(data.techdocs as JsonObject | undefined),
      },
      integrations: data.integrations,
    },
  });
  return NerdsTechdocsGenerator.create({
    config,
    failures: new InMemoryFailedBuilds(),
    limits: readBuildLimits(config),
    logger: mockServices.logger.mock(),
    workingDirectory,
  });
}

/** Makes one site and tells what came out and what the log said. */
export async function buildSite(
  generator: NerdsTechdocsGenerator,
  inputDir: string,
  options: Partial<GeneratorRunOptions> = {},
) {
  const log: string[] = [];
  const outputDir = await mkdtemp(`${inputDir}-site-`);
  await mkdir(outputDir, { recursive: true });
  const write = (message: string) => {
    log.push(message);
  };
  const run = generator.run({
    inputDir,
    outputDir,
    parsedLocationAnnotation: { type: 'dir', target: inputDir },
    logger: { info: write, warn: write, error: write, debug: () => {} } as any,
    logStream: new PassThrough().on('data', chunk => write(String(chunk))),
    siteOptions: { name: 'Naam uit de catalogus' },
    ...options,
  });
  const error = await run.then(
    () => undefined,
    (reason: Error) => reason,
  );
  return {
    error,
    log: log.join('\n'),
    outputDir,
    read: (file: string) => readFile(path.join(outputDir, file), 'utf8'),
  };
}

/** Everything in a site, scripts and styles of the theme left out. */
export async function readWholeSite(directory: string): Promise<string> {
  const entries = await readdir(directory, {
    recursive: true,
    withFileTypes: true,
  });
  const texts = entries
    .filter(entry => entry.isFile() && !/\/assets(\/|$)/.test(entry.parentPath))
    .map(entry => readFile(path.join(entry.parentPath, entry.name), 'latin1'));
  return (await Promise.all(texts)).join('\n');
}
