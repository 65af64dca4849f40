import { isTemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { AppLanguageApi } from '@backstage/frontend-plugin-api';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { ScaffolderClient } from '@backstage/plugin-scaffolder';
import type {
  ScaffolderRequestOptions,
  TemplateParameterSchema,
} from '@backstage/plugin-scaffolder-common';
import { localizeParameters } from '../domain/localizeParameters';

/** Annotations of a template with its English texts; its own texts are Dutch. @public */
export const ENGLISH_ANNOTATIONS = {
  title: 'nerds.overheid.nl/title-en',
  description: 'nerds.overheid.nl/description-en',
} as const;

type ScaffolderClientOptions = ConstructorParameters<
  typeof ScaffolderClient
>[0];

/**
 * Backstage's client, which gives the form of a template its texts in the language
 * of the person.
 *
 * @remarks
 * Templates of Backstage are in one language. Ours carry English texts beside the
 * Dutch ones, see `docs/how-to/make-a-template.md`.
 *
 * @internal
 */
export class LocalizedScaffolderClient extends ScaffolderClient {
  readonly #appLanguageApi: AppLanguageApi;
  readonly #catalogApi: CatalogApi;

  constructor(
    options: ScaffolderClientOptions & {
      appLanguageApi: AppLanguageApi;
      catalogApi: CatalogApi;
    },
  ) {
    super(options);
    this.#appLanguageApi = options.appLanguageApi;
    this.#catalogApi = options.catalogApi;
  }

  async getTemplateParameterSchema(
    templateRef: string,
    options?: ScaffolderRequestOptions,
  ): Promise<TemplateParameterSchema> {
    const schema = await super.getTemplateParameterSchema(templateRef, options);
    const { language } = this.#appLanguageApi.getLanguage();
    const steps = schema.steps.map(step => {
      const localized = localizeParameters(step.schema, language);
      return {
        ...step,
        schema: localized,
        title: toText(localized.title) ?? step.title,
        description: toText(localized.description) ?? step.description,
      };
    });
    if (language !== 'en') return { ...schema, steps };
    // the Dutch words on the buttons go; Backstage has its own in English
    const { buttonLabels: _, ...presentation } = schema.presentation ?? {};
    return {
      ...schema,
      ...(await this.#findEnglishTexts(templateRef)),
      presentation,
      steps,
    };
  }

  /** The form is useful with a Dutch title too, so the catalog may be away. */
  async #findEnglishTexts(
    templateRef: string,
  ): Promise<Partial<Pick<TemplateParameterSchema, 'title' | 'description'>>> {
    const template = await this.#catalogApi
      .getEntityByRef(templateRef)
      .catch(() => undefined);
    if (!template || !isTemplateEntityV1beta3(template)) return {};
    const { annotations = {} } = template.metadata;
    const title = annotations[ENGLISH_ANNOTATIONS.title];
    const description = annotations[ENGLISH_ANNOTATIONS.description];
    return { ...(title && { title }), ...(description && { description }) };
  }
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
