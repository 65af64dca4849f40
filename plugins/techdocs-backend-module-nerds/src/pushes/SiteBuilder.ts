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
import { createLogger, transports } from 'winston';

/**
 * Makes and publishes documentation without anyone waiting for it: the steps of
 * TechDocs, which offers them only to whoever opens a page.
 *
 * @internal
 */
export class SiteBuilder {
  constructor(
    private readonly options: {
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
    const { generator, integrations, preparer, publisher } = this.options;
    // its log is for whoever opens a page; a failure is told with its reason
    const logger = createLogger({
      silent: true,
      transports: [new transports.Console()],
    });
    const prepared = await preparer
      .prepare(entity, { etag: await this.readEtag(entity) })
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
        siteOptions: { name: entity.metadata.title ?? entity.metadata.name },
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
