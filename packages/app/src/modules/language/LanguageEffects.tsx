import { useEffect } from 'react';
import { dutchStockTexts } from './dutchStockTexts';
import { englishStockTexts } from './englishStockTexts';
import { StockTextTranslator } from './StockTextTranslator';
import { useLanguage } from './useLanguage';

/**
 * What a language means outside React: the `lang` of the page, which screen
 * readers choose their voice by, and the texts that cannot be translated inside.
 *
 * @internal
 */
export function LanguageEffects() {
  const language = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
    const texts = language === 'nl' ? dutchStockTexts : englishStockTexts;
    const translator = new StockTextTranslator(texts);
    translator.start(document);
    return () => translator.stop();
  }, [language]);
  return null;
}
