import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  type ComponentEntity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_OSS_REGISTER_ID,
  ANNOTATION_PUBLICCODE_URL,
  ANNOTATION_SOURCE,
  ANNOTATION_SOURCE_MODIFIED_AT,
  ANNOTATION_SOURCE_URL,
  SOURCES,
} from '@nerds/plugin-entity-model-common';
import { z } from 'zod';
import { organisationSchema } from './mapApi';
import { buildRegisterEntityName, REGISTER_NAMESPACE } from './names';
import { optional, optionalText } from './parseItem';
import {
  toHttpUrl,
  toInstant,
  toLinks,
  toPlainText,
  toTags,
  withValues,
} from './values';

const publicCodeSchema = z.object({
  name: optionalText,
  landingURL: optionalText,
  platforms: optional(z.array(z.string())),
  developmentStatus: optionalText,
  softwareType: optionalText,
  legal: optional(z.object({ license: optionalText })),
  description: optional(
    z.record(z.string(), z.object({ shortDescription: optionalText })),
  ),
});

/** A repository in the list of the OSS register. @internal */
export const repositorySummarySchema = z.object({
  id: z.string().min(1),
  url: z.string().refine(url => toHttpUrl(url) !== undefined),
  organisation: organisationSchema,
  name: optionalText,
  shortDescription: optionalText,
  publicCodeUrl: optionalText,
  lastActivityAt: optionalText,
  archived: optional(z.boolean()),
});

/** @internal */
export type RepositorySummary = z.output<typeof repositorySummarySchema>;

/** A repository with what its publiccode.yml says. @internal */
export const repositoryDetailSchema = repositorySummarySchema.extend({
  publicCode: optional(publicCodeSchema),
});

/** @internal */
export type RepositoryDetail = z.output<typeof repositoryDetailSchema>;

type PublicCode = z.output<typeof publicCodeSchema>;

/** By `developmentStatus` of publiccode.yml. */
const LIFECYCLES: Record<string, string> = {
  concept: 'experimental',
  development: 'experimental',
  beta: 'experimental',
  stable: 'production',
  obsolete: 'deprecated',
};

/**
 * `standalone/…` is something that runs. All else is code for others to use, and
 * so is a repository that does not say what it is: nobody claims that it runs.
 */
function toType(publicCode: PublicCode | null | undefined): string {
  return publicCode?.softwareType?.startsWith('standalone/')
    ? 'service'
    : 'library';
}

function toLifecycle(repository: RepositoryDetail): string {
  if (repository.archived) return 'archived';
  // Nobody vouches for software that does not say how far it is.
  const status = repository.publicCode?.developmentStatus ?? 'development';
  return LIFECYCLES[status] ?? 'experimental';
}

function toTitle(repository: RepositoryDetail): string {
  const path = new URL(repository.url).pathname.replace(
    /^\/|(\.git)?\/?$/g,
    '',
  );
  return (
    toPlainText(repository.publicCode?.name) ??
    toPlainText(repository.name) ??
    path.split('/').pop() ??
    repository.url
  );
}

function toDescription(repository: RepositoryDetail): string | undefined {
  const texts = repository.publicCode?.description ?? {};
  const languages = ['nl', 'en', ...Object.keys(texts)];
  const short = languages.find(language => texts[language]?.shortDescription);
  return toPlainText(
    (short && texts[short].shortDescription) ?? repository.shortDescription,
  );
}

/**
 * The Component of a repository in the OSS register.
 *
 * @internal
 */
export function mapRepository(
  repository: RepositoryDetail,
  context: { ownerRef: string; pageUrl: string },
): ComponentEntity {
  const { publicCode, url } = repository;
  const location = `url:${context.pageUrl}`;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: buildRegisterEntityName('oss', repository.id),
      namespace: REGISTER_NAMESPACE,
      title: toTitle(repository),
      description: toDescription(repository),
      annotations: withValues({
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_SOURCE_LOCATION]: `url:${url}`,
        [ANNOTATION_OSS_REGISTER_ID]: repository.id,
        [ANNOTATION_PUBLICCODE_URL]: toHttpUrl(repository.publicCodeUrl),
        [ANNOTATION_SOURCE]: SOURCES.ossRegister,
        [ANNOTATION_SOURCE_URL]: toHttpUrl(context.pageUrl),
        [ANNOTATION_SOURCE_MODIFIED_AT]: toInstant(repository.lastActivityAt),
      }),
      tags: toTags([
        'open-source',
        publicCode?.legal?.license ?? undefined,
        ...(publicCode?.platforms ?? []),
      ]),
      links: toLinks([
        { url, title: 'Broncode' },
        { url: publicCode?.landingURL, title: 'Website' },
        { url: context.pageUrl, title: 'OSS-register' },
      ]),
    },
    spec: {
      type: toType(publicCode),
      lifecycle: toLifecycle(repository),
      owner: context.ownerRef,
    },
  };
}
