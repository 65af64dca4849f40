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
import { checkSources } from '../limits/checkSources';
import { removeActiveFiles } from '../limits/removeActiveFiles';
import { buildCommit, buildEditLinks } from '../mkdocs/buildSourceLinks';
import {
  readDocsDirectory,
  toSafeMkdocsConfig,
} from '../mkdocs/toSafeMkdocsConfig';
import { BuildQueue } from './BuildQueue';
import { FencedMkdocs } from './FencedMkdocs';
import { hideSecrets } from './hideSecrets';
import { SharedBuilds } from './SharedBuilds';

const MAX_CONFIG_BYTES = 1024 * 1024;
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

  static create(options: {
    config: Config;
    limits: BuildLimits;
    logger: LoggerService;
    workingDirectory: string;
  }): NerdsTechdocsGenerator {
    return new NerdsTechdocsGenerator(options);
  }

  private constructor(options: {
    config: Config;
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
    this.integrations = integrations;
    this.queue = new BuildQueue(limits.concurrency);
    this.shared = new SharedBuilds(workingDirectory);
  }

  /** @throws Error whose message can be shown to whoever reads the documentation */
  async run(options: GeneratorRunOptions): Promise<void> {
    const { etag, inputDir, outputDir, parsedLocationAnnotation } = options;
    const { logger, siteOptions } = options;
    const build = (directory: string) =>
      this.queue.run(
        () => this.build({ ...options, outputDir: directory }),
        before =>
          logger.info(
            `Other documentation is being made; ${before} more before this one`,
          ),
      );
    const { type, target } = parsedLocationAnnotation ?? DEFAULT_LOCATION;
    try {
      await this.shared.build({
        // without a version nobody can tell that it is the same
        key: etag
          ? JSON.stringify([type, target, etag, siteOptions?.name])
          : outputDir,
        outputDir,
        build,
        onJoin: () =>
          logger.info(
            'This documentation is being made already; waiting for it',
          ),
      });
    } catch (error) {
      throw new Error(
        hideSecrets(toError(error).message)
          .replaceAll(`${inputDir}/`, '')
          .replaceAll(inputDir, '.'),
      );
    }
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
    let cause: string | undefined;
    const logStream = options.logStream;
    try {
      await super.run({ ...options, logger: withoutInfo(options.logger) });
    } catch (error) {
      // TechDocs puts the directories of this machine in front of the reason
      cause = toError(
        (toError(error) as { cause?: unknown }).cause ?? error,
      ).message;
    }
    if (cause) {
      logStream?.write(`${cause}\n`);
      throw new Error(cause);
    }
    await addToMetadata(path.join(outputDir, METADATA), {
      language,
      commit: buildCommit(location, etag, this.integrations),
      // files of a repository have the time of their download
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
        `${name} has to be an ordinary file of at most 1 MiB`,
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
