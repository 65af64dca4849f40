import {
  translationApiRef,
  type ApiHolder,
  type TranslationFunction,
  type TranslationRef,
} from '@backstage/frontend-plugin-api';

/**
 * The texts in the person's language, for what is no component, such as the check of
 * a field; waits until they are loaded.
 *
 * @throws Error when the app has no translations
 * @public
 */
export async function loadTranslate<
  TMessages extends { [key in string]: string },
>(
  apis: ApiHolder,
  ref: TranslationRef<string, TMessages>,
): Promise<TranslationFunction<TMessages>> {
  const translations = apis.get(translationApiRef);
  if (!translations) throw new Error('The portal has no translations');
  const snapshot = translations.getTranslation(ref);
  if (snapshot.ready) return snapshot.t;
  return new Promise(resolve => {
    const subscription = translations.translation$(ref).subscribe(next => {
      if (!next.ready) return;
      resolve(next.t);
      subscription.unsubscribe();
    });
  });
}
