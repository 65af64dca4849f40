import { cp, lstat, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import {
  resolveSafeChildPath,
  type LoggerService,
} from '@backstage/backend-plugin-api';
import { ConfigReader, type Config } from '@backstage/config';
import { InputError, toError } from '@backstage/errors';
import { ScmIntegrations } from '@backstage/integration';
import {
  TechdocsGenerator,
  getMkdocsYml,
  type GeneratorRunOptions,
} from '@backstage/plugin-techdocs-node';
import { stringify } from 'yaml';
import type { BuildLimits } from '../config';
import { BuildLog } from '../failures/BuildLog';
import { buildSiteKey, type FailedBuilds } from '../failures/FailedBuilds';
import { checkSources } from '../limits/checkSources';
import { removeActiveFiles } from '../limits/removeActiveFiles';
import { buildCommit, buildEditLinks } from '../mkdocs/buildSourceLinks';
import {
  readDocsDirectory,
  toSafeMkdocsConfig,
} from '../mkdocs/toSafeMkdocsConfig';
import { BuildQueue } from './BuildQueue';
import { BuildUnavailableError, FencedMkdocs } from './FencedMkdocs';
import { hideSecrets } from './hideSecrets';
import { SharedBuilds } from './SharedBuilds';

/** A thousand pages fit in half of it; a larger one takes long to clean. */
const MAX_CONFIG_BYTES = 128 * 1024;
const METADATA = 'techdocs_metadata.json';
const DEFAULT_LOCATION = { type: 'dir', target: '' } as const;

/**
 * Makes documentation as TechDocs does, with bounds: on what it is made from, on
 * what MkDocs can reach, and on how many sites are made at the same moment.
 *
 * @remarks
 * TechDocs runs MkDocs either with everything the portal has, or in a container.
 * Told that it is the latter, it hands the running to {@link FencedMkdocs}.
 *
 * @internal
 */
export class NerdsTechdocsGenerator extends TechdocsGenerator {
  private readonly queue: BuildQueue;
  private readonly shared: SharedBuilds;
  private readonly integrations: ScmIntegrations;
  private readonly limits: BuildLimits;
  private readonly failures: FailedBuilds;

  static create(options: {
    config: Config;
    failures: FailedBuilds;
    limits: BuildLimits;
    logger: LoggerService;
    workingDirectory: string;
  }): NerdsTechdocsGenerator {
    return new NerdsTechdocsGenerator(options);
  }

  private constructor(options: {
    config: Config;
    failures: FailedBuilds;
    limits: BuildLimits;
    logger: LoggerService;
    workingDirectory: string;
  }) {
    const { config, limits, logger, workingDirectory } = options;
    const integrations = ScmIntegrations.fromConfig(config);
    super({
      logger,
      config: new ConfigReader({
        techdocs: {
          generator: {
            ...config.getOptional<object>('techdocs.generator'),
            runIn: 'docker',
          },
        },
      }),
      scmIntegrations: integrations,
      containerRunner: new FencedMkdocs({
        limits,
        workingDirectory,
        // the tools may come while the portal runs
        searchPath: () => process.env.PATH ?? '',
      }),
    });
    this.limits = limits;
    this.failures = options.failures;
    this.integrations = integrations;
    this.queue = new BuildQueue(limits.concurrency);
    this.shared = new SharedBuilds(workingDirectory);
  }

  /** @throws Error whose message can be shown to whoever reads the documentation */
  async run(options: GeneratorRunOptions): Promise<void> {
    const { etag, outputDir, parsedLocationAnnotation } = options;
    const { logger, siteOptions } = options;
    const build = (directory: string) =>
      this.queue.run(
        () => this.buildOnce({ ...options, outputDir: directory }),
        before =>
          logger.info(
            `Other documentation is being made; ${before} more before this one`,
          ),
      );
    const { type, target } = parsedLocationAnnotation ?? DEFAULT_LOCATION;
    await this.shared.build({
      // without a version nobody can tell that it is the same
      key: etag
        ? JSON.stringify([type, target, etag, siteOptions?.name])
        : outputDir,
      outputDir,
      build,
      onJoin: () =>
        logger.info('This documentation is being made already; waiting for it'),
    });
  }

  /** Makes a site, and remembers when its source is why that cannot be done. */
  private async buildOnce(options: GeneratorRunOptions): Promise<void> {
    const { etag, inputDir, siteOptions } = options;
    const location = options.parsedLocationAnnotation ?? DEFAULT_LOCATION;
    const site = buildSiteKey(location, siteOptions?.name);
    const log = new BuildLog(options.logStream);
    const logger = withCopy(options.logger, log);
    try {
      await this.build({ ...options, logger, logStream: log });
    } catch (error) {
      const reason = hideSecrets(toError(error).message)
        .replaceAll(`${inputDir}/`, '')
        .replaceAll(inputDir, '.');
      if (etag && !isOfPortal(error)) {
        await this.failures.remember(site, {
          etag,
          reason,
          log: log.toString(),
          failedAt: new Date(),
        });
      }
      throw new Error(reason);
    }
    await this.failures.forget(site);
  }

  private async build(options: GeneratorRunOptions): Promise<void> {
    const { outputDir, etag } = options;
    const location = options.parsedLocationAnnotation ?? DEFAULT_LOCATION;
    const { language, docs } = await this.writeSafeConfig(options);
    await addReadme(options.inputDir, docs);
    const changedAt = await checkSources(docs, this.limits);
    for (const file of await removeActiveFiles(docs)) {
      options.logger.warn(
        `Left out: ${file} (only Markdown and media are used)`,
      );
    }
    let cause: Error | undefined;
    const logStream = options.logStream;
    try {
      await super.run({ ...options, logger: withoutInfo(options.logger) });
    } catch (error) {
      // TechDocs puts the directories of this machine in front of the reason
      cause = toError((toError(error) as { cause?: unknown }).cause ?? error);
    }
    if (cause) {
      logStream?.write(`${cause.message}\n`);
      throw cause;
    }
    const commit = buildCommit(location, etag, this.integrations);
    await addToMetadata(path.join(outputDir, METADATA), {
      language,
      // in what a forge hands out every file has the time of the commit
      commit: commit && { ...commit, committed_at: changedAt || undefined },
      changed_at: location.type === 'dir' && changedAt ? changedAt : undefined,
    });
  }

  /** Replaces the `mkdocs.yml` of the copy that the pages are made from. */
  private async writeSafeConfig(options: GeneratorRunOptions) {
    const { inputDir, logger, siteOptions } = options;
    const location = options.parsedLocationAnnotation ?? DEFAULT_LOCATION;
    await checkConfigFiles(inputDir);
    const { path: file, content } = await getMkdocsYml(inputDir, siteOptions);
    const docsDirectory = readDocsDirectory(content);
    const docs = resolveSafeChildPath(inputDir, docsDirectory);
    const config = toSafeMkdocsConfig(content, {
      siteName: siteOptions?.name ?? 'Documentation',
      editLinks: buildEditLinks(location, docsDirectory, this.integrations),
      onLeftOut: what => logger.warn(`Left out of mkdocs.yml: ${what}`),
    });
    await writeFile(file, stringify(config));
    const { language } = config.theme as { language?: unknown };
    return {
      docs,
      language: typeof language === 'string' ? language : 'en',
    };
  }
}

/** A link could show, or overwrite, a file of the portal. */
async function checkConfigFiles(directory: string) {
  for (const name of ['mkdocs.yml', 'mkdocs.yaml']) {
    const file = await lstat(path.join(directory, name)).catch(
      // there is one of the two, or none
      () => undefined,
    );
    if (file && (!file.isFile() || file.size > MAX_CONFIG_BYTES)) {
      throw new InputError(
        `${name} has to be an ordinary file of at most 128 KiB`,
      );
    }
  }
}

/** TechDocs tells in which directories of this machine it worked, and in which container. */
function withoutInfo(logger: GeneratorRunOptions['logger']) {
  const quiet: typeof logger = Object.create(logger);
  quiet.info = (() => quiet) as typeof logger.info;
  return quiet;
}

/** Lets a log have the warnings that whoever waits gets in another way. */
function withCopy(logger: GeneratorRunOptions['logger'], log: BuildLog) {
  const copying: typeof logger = Object.create(logger);
  copying.warn = ((message: string) => {
    log.add(message);
    logger.warn(message);
    return copying;
  }) as typeof logger.warn;
  return copying;
}

/** Whether trying again may help although the documentation stays as it is. */
function isOfPortal(error: unknown): boolean {
  // a full disk, a program that cannot be started
  const isOfSystem = 'syscall' in toError(error);
  return error instanceof BuildUnavailableError || isOfSystem;
}

/** A project without pages of its own has a README, which is its documentation. */
async function addReadme(directory: string, docs: string) {
  const readme = path.join(directory, 'README.md');
  const isFile = await lstat(readme).then(
    file => file.isFile(),
    // there is none
    () => false,
  );
  const hasDocs = await lstat(docs).then(
    () => true,
    // not there, which is what this is for
    () => false,
  );
  if (hasDocs || !isFile) return;
  await mkdir(docs, { recursive: true });
  await cp(readme, path.join(docs, 'index.md'), { preserveTimestamps: true });
}

async function addToMetadata(file: string, fields: object) {
  const metadata = JSON.parse(await readFile(file, 'utf8'));
  await writeFile(file, JSON.stringify({ ...metadata, ...fields }));
}
