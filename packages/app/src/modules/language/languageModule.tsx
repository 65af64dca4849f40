import {
  ApiBlueprint,
  AppRootElementBlueprint,
  appLanguageApiRef,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import { AppRootWrapperBlueprint } from '@backstage/plugin-app-react';
import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria';
import { z } from 'zod';
import { BrowserFirstLanguage } from './BrowserFirstLanguage';
import { LanguageEffects } from './LanguageEffects';
import { useLanguage } from './useLanguage';

const languageApi = ApiBlueprint.makeWithOverrides({
  name: 'app-language',
  configSchema: {
    availableLanguages: z.array(z.string()).default(['nl', 'en']),
    defaultLanguage: z.string().default('nl'),
  },
  factory: (originalFactory, { config }) =>
    originalFactory(defineParams =>
      defineParams({
        api: appLanguageApiRef,
        deps: {},
        factory: () => BrowserFirstLanguage.create(config),
      }),
    ),
});

const languageEffects = AppRootElementBlueprint.make({
  name: 'language-effects',
  params: { element: <LanguageEffects /> },
});

// Dates, numbers and the texts of react-aria, on which Backstage's design system
// stands; without it they follow the browser instead of the choice.
const ariaLanguage = AppRootWrapperBlueprint.make({
  name: 'aria-language',
  params: {
    component: function AriaLanguage(props: { children: ReactNode }) {
      const language = useLanguage();
      return (
        <I18nProvider locale={language === 'nl' ? 'nl-NL' : 'en-GB'}>
          {props.children}
        </I18nProvider>
      );
    },
  },
});

/**
 * The languages of the portal: which one, and where it must show.
 *
 * @internal
 */
export const languageModule = createFrontendModule({
  pluginId: 'app',
  extensions: [languageApi, languageEffects, ariaLanguage],
});
