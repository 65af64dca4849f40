import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { userSettingsTranslationRef } from '@backstage/plugin-user-settings';

/** The Dutch messages of `user-settings`. */
export default createTranslationMessages({
  ref: userSettingsTranslationRef,
  full: true,
  messages: {
    'languageToggle.title': 'Taal',
    'languageToggle.description': 'De taal wijzigen',
    'languageToggle.select': 'Taal kiezen: {{language}}',
    'themeToggle.title': 'Thema',
    'themeToggle.description': 'Een licht of donker thema kiezen',
    'themeToggle.select': 'Thema kiezen: {{theme}}',
    'themeToggle.selectAuto': 'Thema automatisch kiezen',
    'themeToggle.names.light': 'Licht',
    'themeToggle.names.dark': 'Donker',
    'themeToggle.names.auto': 'Automatisch',
    'signOutMenu.title': 'Afmelden',
    'signOutMenu.moreIconTitle': 'meer',
    'pinToggle.title': 'Zijbalk vastzetten',
    'pinToggle.description': 'Voorkomen dat de zijbalk inklapt',
    'pinToggle.switchTitles.unpin': 'Zijbalk losmaken',
    'pinToggle.switchTitles.pin': 'Zijbalk vastzetten',
    'pinToggle.ariaLabelTitle': 'Schakelaar om de zijbalk vast te zetten',
    'identityCard.title': 'Identiteit in Backstage',
    'identityCard.noIdentityTitle': 'Geen identiteit in Backstage',
    'identityCard.userEntity': 'Gebruikersentiteit',
    'identityCard.ownershipEntities': 'Entiteiten met eigendom',
    'defaultProviderSettings.description':
      "Regelt de aanmelding voor API's en identiteiten van {{provider}}",
    'emptyProviders.title': 'Geen aanmelddiensten',
    'emptyProviders.description':
      'U kunt aanmelddiensten toevoegen aan Backstage. Daarmee kunt u zich dan aanmelden.',
    'emptyProviders.action.title':
      'Open app-config.yaml en wijzig wat hieronder is gemarkeerd:',
    'emptyProviders.action.readMoreButtonTitle': 'Lees meer',
    'providerSettingsItem.title.signIn': 'Aanmelden bij {{title}}',
    'providerSettingsItem.title.signOut': 'Afmelden bij {{title}}',
    'providerSettingsItem.buttonTitle.signIn': 'Aanmelden',
    'providerSettingsItem.buttonTitle.signOut': 'Afmelden',
    'authProviders.title': 'Beschikbare aanmelddiensten',
    'defaultSettingsPage.tabsTitle.general': 'Algemeen',
    'defaultSettingsPage.tabsTitle.authProviders': 'Aanmelddiensten',
    'defaultSettingsPage.tabsTitle.featureFlags': 'Functieschakelaars',
    'featureFlags.title': 'Functieschakelaars',
    'featureFlags.description':
      'Vernieuw de pagina als u een functieschakelaar hebt omgezet',
    'featureFlags.emptyFlags.title': 'Geen functieschakelaars',
    'featureFlags.emptyFlags.description':
      'Met functieschakelaars kunnen plug-ins functies aanbieden die gebruikers zelf aanzetten. U kunt er ook code mee scheiden, bijvoorbeeld voor een A/B-test met de hand.',
    'featureFlags.emptyFlags.action.title':
      'Hieronder is een voorbeeld van een functieschakelaar gemarkeerd:',
    'featureFlags.emptyFlags.action.readMoreButtonTitle': 'Lees meer',
    'featureFlags.filterTitle': 'Filteren',
    'featureFlags.clearFilter': 'Filter wissen',
    'featureFlags.flagItem.title.disable': 'Uitzetten',
    'featureFlags.flagItem.title.enable': 'Aanzetten',
    'featureFlags.flagItem.subtitle.registeredInApplication':
      'Geregistreerd in de app',
    'featureFlags.flagItem.subtitle.registeredInPlugin':
      'Geregistreerd in de plug-in {{pluginId}}',
    'settingsLayout.title': 'Instellingen',
    sidebarTitle: 'Instellingen',
    'profileCard.title': 'Profiel',
    'appearanceCard.title': 'Weergave',
  },
});
