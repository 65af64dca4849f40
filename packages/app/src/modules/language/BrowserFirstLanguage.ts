import type { AppLanguageApi } from '@backstage/frontend-plugin-api';
import ObservableImpl from 'zen-observable';

// The key of Backstage's own selector, so that a choice made before an upgrade stays.
const STORAGE_KEY = 'language';

/**
 * Picks the language to start with: the first of the browser's that we have.
 *
 * @param preferred - BCP 47 tags in order of preference, as `navigator.languages`
 * @param available - the languages of the portal, two letters each
 * @param fallback - when the browser wants none of ours
 * @internal
 */
export function pickLanguage(
  preferred: readonly string[],
  available: readonly string[],
  fallback: string,
): string {
  return (
    preferred
      .map(tag => tag.toLowerCase().split('-')[0])
      .find(language => available.includes(language)) ?? fallback
  );
}

function readStored(): string | undefined {
  try {
    return window.localStorage.getItem(STORAGE_KEY) ?? undefined;
  } catch {
    // Storage switched off by the browser: the choice then lasts one visit.
    return undefined;
  }
}

function store(language: string) {
  try {
    window.localStorage.setItem(STORAGE_KEY, language);
  } catch {
    // See readStored.
  }
}

/**
 * The language of the portal: the browser's at first, the person's choice after.
 *
 * @remarks
 * Backstage's own selector ignores the browser and writes its default to the
 * storage at the first visit, after which a choice cannot be told from a default.
 * Here only a choice is written.
 *
 * @internal
 */
export class BrowserFirstLanguage implements AppLanguageApi {
  static create(options: {
    availableLanguages: string[];
    defaultLanguage: string;
  }) {
    const { availableLanguages, defaultLanguage } = options;
    const stored = readStored();
    const language =
      stored && availableLanguages.includes(stored)
        ? stored
        : pickLanguage(
            window.navigator.languages,
            availableLanguages,
            defaultLanguage,
          );
    const api = new BrowserFirstLanguage(availableLanguages, language);
    // Another tab of the portal chose a language.
    window.addEventListener('storage', event => {
      if (
        event.key === STORAGE_KEY &&
        event.newValue &&
        availableLanguages.includes(event.newValue)
      ) {
        api.#change(event.newValue);
      }
    });
    return api;
  }

  readonly #available: string[];
  readonly #observers = new Set<
    ZenObservable.SubscriptionObserver<{ language: string }>
  >();
  #language: string;

  private constructor(available: string[], language: string) {
    this.#available = available;
    this.#language = language;
  }

  getAvailableLanguages() {
    return { languages: [...this.#available] };
  }

  getLanguage() {
    return { language: this.#language };
  }

  /** Emits the language of now at once, and then each that is chosen. */
  language$() {
    return new ObservableImpl<{ language: string }>(observer => {
      this.#observers.add(observer);
      observer.next(this.getLanguage());
      return () => this.#observers.delete(observer);
    });
  }

  /**
   * @param language - one of the available; left out means the first of these
   * @throws Error when the portal does not have the language
   */
  setLanguage(language: string = this.#available[0]) {
    if (!this.#available.includes(language)) {
      throw new Error(
        `The portal has no language '${language}', only ${this.#available.join(
          ', ',
        )}`,
      );
    }
    store(language);
    this.#change(language);
  }

  #change(language: string) {
    if (language !== this.#language) {
      this.#language = language;
      this.#observers.forEach(observer => observer.next({ language }));
    }
  }
}
