import type { AppLanguageApi } from '@backstage/frontend-plugin-api';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { ScaffolderClient } from '@backstage/plugin-scaffolder';
import type {
  LogEvent,
  ScaffolderRequestOptions,
  ScaffolderStreamLogsOptions,
  ScaffolderTask,
  ScaffolderTaskOutput,
  TemplateParameterSchema,
} from '@backstage/plugin-scaffolder-common';
import type { Observable } from '@backstage/types';
import { findEnglishTexts } from '../domain/findEnglishTexts';
import { localizeParameters } from '../domain/localizeParameters';
import { localizeOutput, localizeTask } from '../domain/localizeTask';
import { mapObservable } from './mapObservable';

type ScaffolderClientOptions = ConstructorParameters<
  typeof ScaffolderClient
>[0];

/**
 * Backstage's client, which gives the form of a template and its task their texts in
 * the language of the person.
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
    const language = this.#language;
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

  async getTask(
    taskId: string,
    options?: ScaffolderRequestOptions,
  ): Promise<ScaffolderTask> {
    const task = await super.getTask(taskId, options);
    return { ...task, spec: localizeTask(task.spec, this.#language) };
  }

  async listTasks(
    ...request: Parameters<ScaffolderClient['listTasks']>
  ): ReturnType<ScaffolderClient['listTasks']> {
    const answer = await super.listTasks(...request);
    // the list is sorted and searched by the titles that it has
    const tasks = answer.tasks.map(task => ({
      ...task,
      spec: localizeTask(task.spec, this.#language),
    }));
    return { ...answer, tasks };
  }

  streamLogs(
    request: ScaffolderStreamLogsOptions,
    options?: ScaffolderRequestOptions,
  ): Observable<LogEvent> {
    return mapObservable(super.streamLogs(request, options), event => {
      // the last event brings what the template says at the end
      const body = event.body as LogEvent['body'] & {
        output?: ScaffolderTaskOutput;
      };
      if (event.type !== 'completion' || !body.output) return event;
      const output = localizeOutput(body.output, this.#language);
      return { ...event, body: { ...body, output } };
    });
  }

  get #language(): string {
    return this.#appLanguageApi.getLanguage().language;
  }

  /** The form is useful with a Dutch title too, so the catalog may be away. */
  async #findEnglishTexts(
    templateRef: string,
  ): Promise<Partial<Pick<TemplateParameterSchema, 'title' | 'description'>>> {
    const template = await this.#catalogApi
      .getEntityByRef(templateRef)
      .catch(() => undefined);
    return template ? findEnglishTexts(template.metadata) : {};
  }
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
