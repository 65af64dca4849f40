import type {
  AppLanguageApi,
  TranslationApi,
} from '@backstage/frontend-plugin-api';
import { CatalogImportClient } from '@backstage/plugin-catalog-import';
import { toLanguage } from '@nerds/page-parts';
import { appTranslationRef } from '../../translation';
import { describeImportError } from './describeImportError';

type ClientOptions = ConstructorParameters<typeof CatalogImportClient>[0];

/** What the catalog said, also when that is inside the answer. */
function toMessage(error: unknown): string {
  const { body, message } = error as {
    body?: { error?: { message?: string } };
    message?: string;
  };
  return body?.error?.message ?? message ?? String(error);
}

/**
 * Backstage's client, which says in the language of the person why a file cannot be
 * registered.
 *
 * @internal
 */
export class LocalizedCatalogImportClient extends CatalogImportClient {
  readonly #appLanguageApi: AppLanguageApi;
  readonly #translationApi: TranslationApi;

  constructor(
    options: ClientOptions & {
      appLanguageApi: AppLanguageApi;
      translationApi: TranslationApi;
    },
  ) {
    super(options);
    this.#appLanguageApi = options.appLanguageApi;
    this.#translationApi = options.translationApi;
  }

  /** @throws Error whose message is for people */
  async analyzeUrl(url: string) {
    try {
      return await super.analyzeUrl(url);
    } catch (error) {
      throw new Error(this.#describe(toMessage(error)));
    }
  }

  #describe(message: string): string {
    const { language } = this.#appLanguageApi.getLanguage();
    const described = describeImportError(message, toLanguage(language));
    if ('text' in described) return described.text;
    const texts = this.#translationApi.getTranslation(appTranslationRef);
    // the frame of the page has loaded them
    if (!texts.ready) return message;
    const { key, ...values } = described;
    return texts.t(key, { host: '', url: '', ...values });
  }
}
