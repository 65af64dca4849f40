import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type ApiEntity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_ADR_SCORE,
  ANNOTATION_API_REGISTER_ID,
  ANNOTATION_SOURCE,
  ANNOTATION_SOURCE_URL,
  SOURCES,
} from '@nerds/plugin-entity-model-common';
import { z } from 'zod';
import { buildRegisterEntityName, REGISTER_NAMESPACE } from './names';
import { optional, optionalText } from './parseItem';
import { toHttpUrl, toLinks, toPlainText, toTags, withValues } from './values';

/** Organisation as the registers of developer.overheid.nl name it. @internal */
export const organisationSchema = z.object({
  uri: z.string().min(1),
  label: z.string().min(1),
});

/**
 * An API in the list of the API register; what we do not use is left out, and
 * what the register may lack is optional here.
 *
 * @internal
 */
export const apiSummarySchema = z.object({
  id: z.string().min(1),
  title: z.string().trim().min(1),
  description: optionalText,
  organisation: organisationSchema,
  adrScore: optional(z.number().min(0).max(100)),
  lifecycle: optional(
    z.object({ status: optionalText, version: optionalText }),
  ),
  contact: optional(
    z.object({ name: optionalText, email: optionalText, url: optionalText }),
  ),
});

/** @internal */
export type ApiSummary = z.output<typeof apiSummarySchema>;

/** An API with everything the register knows of it. @internal */
export const apiDetailSchema = apiSummarySchema.extend({
  oasUrl: optionalText,
  docsUrl: optionalText,
  auth: optional(z.array(z.string())),
  servers: optional(
    z.array(z.object({ url: z.string(), description: optionalText })),
  ),
});

/** @internal */
export type ApiDetail = z.output<typeof apiDetailSchema>;

const LIFECYCLES: Record<string, string> = {
  active: 'production',
  deprecated: 'deprecated',
  sunset: 'deprecated',
  retired: 'archived',
};

/** Name of the API entity of an API in the register. @internal */
export function buildRegisteredApiName(id: string): string {
  return buildRegisterEntityName('api', id);
}

/**
 * What the register itself knows, as an OpenAPI description: a definition is
 * mandatory in the catalog, and not every API has one.
 *
 * @internal
 */
export function buildMinimalDefinition(api: ApiDetail): string {
  const servers = (api.servers ?? []).flatMap(({ url, description }) => {
    const href = toHttpUrl(url);
    return href ? [{ url: href, ...(description && { description }) }] : [];
  });
  return JSON.stringify({
    openapi: '3.0.3',
    info: {
      title: api.title,
      version: api.lifecycle?.version || 'onbekend',
      description:
        'Het API-register heeft geen OpenAPI-beschrijving van deze API. / The API register has no OpenAPI description of this API.',
    },
    ...(servers.length > 0 && { servers }),
    paths: {},
  });
}

/** Null is a score that is not known, which is something else than 0; 99.9 is not 100. */
function toScore(score: number | null | undefined): string | undefined {
  return typeof score === 'number' ? `${Math.floor(score)}` : undefined;
}

/**
 * The API entity of an API in the API register.
 *
 * @param context - `definition`: its OpenAPI description; left out when it has
 * none. `pageUrl`: where people can read about it
 * @internal
 */
export function mapApi(
  api: ApiDetail,
  context: { ownerRef: string; pageUrl: string; definition?: string },
): ApiEntity {
  const { ownerRef, pageUrl, definition } = context;
  const location = `url:${pageUrl}`;
  const status = api.lifecycle?.status ?? 'active';
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      name: buildRegisteredApiName(api.id),
      namespace: REGISTER_NAMESPACE,
      title: api.title,
      description: toPlainText(api.description),
      annotations: withValues({
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_API_REGISTER_ID]: api.id,
        [ANNOTATION_ADR_SCORE]: toScore(api.adrScore),
        [ANNOTATION_SOURCE]: SOURCES.apiRegister,
        [ANNOTATION_SOURCE_URL]: toHttpUrl(pageUrl),
      }),
      tags: toTags([...(api.auth ?? [])]),
      links: toLinks([
        { url: pageUrl, title: 'API-register' },
        { url: api.docsUrl, title: 'Documentatie' },
        { url: api.oasUrl, title: 'OpenAPI' },
        { url: api.contact?.url, title: 'Contact' },
      ]),
    },
    spec: {
      type: 'openapi',
      lifecycle: LIFECYCLES[status] ?? 'production',
      owner: ownerRef,
      definition: definition ?? buildMinimalDefinition(api),
    },
  };
}
