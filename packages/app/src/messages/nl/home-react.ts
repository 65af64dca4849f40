import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { homeReactTranslationRef } from '@backstage/plugin-home-react';

/** The Dutch messages of `home-react`. */
export default createTranslationMessages({
  ref: homeReactTranslationRef,
  full: true,
  messages: {
    'settingsModal.title': 'Instellingen',
    'settingsModal.closeButtonTitle': 'Sluiten',
    'cardExtension.settingsButtonTitle': 'Instellingen',
  },
});
