import { rm } from 'node:fs/promises';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import {
  DEFAULT_NAMESPACE,
  stringifyEntityRef,
  type CompoundEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type {
  PublisherBase,
  PublishRequest,
  PublishResponse,
  ReadinessResponse,
  TechDocsMetadata,
} from '@backstage/plugin-techdocs-node';

/**
 * Publishes as TechDocs does, removes pages that are no longer there, and tells
 * that there is something new.
 *
 * @remarks
 * TechDocs copies a site over the one before it when it publishes on disk, so
 * that a page that was taken away (perhaps because it held something that should
 * not be there) stays readable. Its other publishers do remove such pages.
 *
 * @internal
 */
export class TidyPublisher implements PublisherBase {
  constructor(
    private readonly options: {
      inner: PublisherBase;
      /** Of the publisher on disk; undefined for others. */
      directory?: string;
      onPublished: (entityRef: string) => Promise<void>;
    },
  ) {}

  async publish(request: PublishRequest): Promise<PublishResponse> {
    const { inner, onPublished } = this.options;
    const name = toName(request.entity);
    const before = await this.listFiles(name);
    const response = await inner.publish(request);
    await this.removeOthers(name, before);
    await onPublished(stringifyEntityRef(request.entity));
    return response;
  }

  getReadiness(): Promise<ReadinessResponse> {
    return this.options.inner.getReadiness();
  }

  fetchTechDocsMetadata(name: CompoundEntityRef): Promise<TechDocsMetadata> {
    return this.options.inner.fetchTechDocsMetadata(name);
  }

  docsRouter() {
    return this.options.inner.docsRouter();
  }

  hasDocsBeenGenerated(entity: Entity): Promise<boolean> {
    return this.options.inner.hasDocsBeenGenerated(entity);
  }

  private async listFiles(name: CompoundEntityRef): Promise<string[]> {
    if (!this.options.directory) return [];
    const metadata = await this.options.inner.fetchTechDocsMetadata(name).catch(
      // nothing was published before
      () => undefined,
    );
    return metadata?.files ?? [];
  }

  private async removeOthers(name: CompoundEntityRef, before: string[]) {
    const { directory } = this.options;
    if (!directory || before.length === 0) return;
    const now = new Set(await this.listFiles(name));
    const site = [name.namespace, name.kind, name.name].reduce(
      (parent, part) => resolveSafeChildPath(parent, part.toLowerCase()),
      directory,
    );
    await Promise.all(
      before
        .filter(file => !now.has(file))
        .map(file => rm(resolveSafeChildPath(site, file), { force: true })),
    );
  }
}

function toName({ kind, metadata }: Entity): CompoundEntityRef {
  const { name, namespace = DEFAULT_NAMESPACE } = metadata;
  return { kind, namespace, name };
}
