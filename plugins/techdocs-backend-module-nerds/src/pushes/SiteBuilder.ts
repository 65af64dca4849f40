import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import { DEFAULT_NAMESPACE, type Entity } from '@backstage/catalog-model';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import {
  getLocationForEntity,
  type GeneratorBase,
  type PreparerBase,
  type PublisherBase,
} from '@backstage/plugin-techdocs-node';
import { createLogger, format, transports, type Logger } from 'winston';
import type { BuildLog } from '../failures/BuildLog';
import { buildSiteKey, type FailedBuilds } from '../failures/FailedBuilds';

/** What {@link SiteBuilder} makes a site with. */
interface Run {
  logger: Logger;
  logStream?: BuildLog;
  /** Version that there are pages of; undefined makes them in any case. */
  etag?: string;
}

/** Its messages as lines of a log that people read. */
const LINE = format.printf(({ level, message }) =>
  level === 'info' ? `${message}` : `${level}: ${message}`,
);

/**
 * Makes and publishes documentation without anyone waiting for it: the steps of
 * TechDocs, which offers them only to whoever opens a page.
 *
 * @internal
 */
export class SiteBuilder {
  constructor(
    private readonly options: {
      failures: FailedBuilds;
      generator: GeneratorBase;
      integrations: ScmIntegrationRegistry;
      preparer: PreparerBase;
      publisher: PublisherBase;
      workingDirectory: string;
    },
  ) {}

  /**
   * @returns false when the pages are those of the source as it is
   * @throws when they cannot be made
   */
  async build(entity: Entity): Promise<boolean> {
    // its log is for whoever opens a page; a failure is told with its reason
    const logger = createLogger({
      silent: true,
      transports: [new transports.Console()],
    });
    return this.make(entity, { logger, etag: await this.readEtag(entity) });
  }

  /**
   * Makes documentation also when its source did not change, or when it could
   * not be made of it before.
   *
   * @param log - gets what the build says
   * @throws when the pages cannot be made
   */
  async buildAnew(entity: Entity, log: BuildLog): Promise<void> {
    const { failures, integrations } = this.options;
    const logger = createLogger({
      format: LINE,
      transports: [new transports.Stream({ stream: log })],
    });
    await failures.forget(
      buildSiteKey(getLocationForEntity(entity, integrations), nameOf(entity)),
    );
    await this.make(entity, { logger, logStream: log });
  }

  private async make(entity: Entity, run: Run): Promise<boolean> {
    const { generator, integrations, preparer, publisher } = this.options;
    const { logger, logStream, etag } = run;
    const prepared = await preparer
      .prepare(entity, { etag, logger })
      .catch(error => {
        if (error?.name === 'NotModifiedError') return undefined;
        throw error;
      });
    if (!prepared) return false;
    const outputDir = await mkdtemp(
      path.join(this.options.workingDirectory, 'techdocs-pushed-'),
    );
    try {
      await generator.run({
        inputDir: prepared.preparedDir,
        outputDir,
        parsedLocationAnnotation: getLocationForEntity(entity, integrations),
        etag: prepared.etag,
        logger,
        logStream,
        siteOptions: { name: nameOf(entity) },
      });
      await publisher.publish({ entity, directory: outputDir });
    } finally {
      await Promise.all(
        [prepared.preparedDir, outputDir].map(directory =>
          rm(directory, { recursive: true, force: true }),
        ),
      );
    }
    return true;
  }

  private async readEtag(entity: Entity): Promise<string | undefined> {
    const { publisher } = this.options;
    if (!(await publisher.hasDocsBeenGenerated(entity))) return undefined;
    const { name, namespace = DEFAULT_NAMESPACE } = entity.metadata;
    const { etag } = await publisher.fetchTechDocsMetadata({
      kind: entity.kind,
      namespace,
      name,
    });
    return etag;
  }
}

/** As TechDocs calls the site. */
function nameOf({ metadata }: Entity): string {
  return metadata.title ?? metadata.name;
}
