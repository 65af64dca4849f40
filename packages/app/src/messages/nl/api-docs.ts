import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { apiDocsTranslationRef } from '@backstage/plugin-api-docs';

/** The Dutch messages of `api-docs`. */
export default createTranslationMessages({
  ref: apiDocsTranslationRef,
  full: true,
  messages: {
    'apiDefinitionCard.error.title': 'De API kan niet worden opgehaald',
    'apiDefinitionCard.rawButtonTitle': 'Brontekst',
    'apiDefinitionDialog.closeButtonTitle': 'Sluiten',
    'apiDefinitionDialog.tabsAriaLabel': 'Opties voor de API-definitie',
    'apiDefinitionDialog.toggleButtonAriaLabel':
      'Venster met de API-definitie openen of sluiten',
    'apiDefinitionDialog.rawButtonTitle': 'Brontekst',
    'defaultApiExplorerPage.title': "API's",
    'defaultApiExplorerPage.subtitle': "API's van {{orgName}}",
    'defaultApiExplorerPage.pageTitleOverride': "API's",
    'defaultApiExplorerPage.createButtonTitle': 'Bestaande API registreren',
    'defaultApiExplorerPage.supportButtonTitle': "Al uw API's",
    'consumedApisCard.title': "Afgenomen API's",
    'consumedApisCard.error.title': "De API's kunnen niet worden geladen",
    'consumedApisCard.emptyContent.title':
      "Deze entiteit ({{entity}}) neemt geen API's af.",
    'hasApisCard.title': "API's",
    'hasApisCard.error.title': "De API's kunnen niet worden geladen",
    'hasApisCard.emptyContent.title':
      "Deze entiteit ({{entity}}) bevat geen API's.",
    'providedApisCard.title': "Aangeboden API's",
    'providedApisCard.error.title': "De API's kunnen niet worden geladen",
    'providedApisCard.emptyContent.title':
      "Deze entiteit ({{entity}}) biedt geen API's aan.",
    'apiEntityColumns.typeTitle': 'Type',
    'apiEntityColumns.apiDefinitionTitle': 'API-definitie',
    'consumingComponentsCard.title': 'Afnemers',
    'consumingComponentsCard.error.title':
      'De componenten kunnen niet worden geladen',
    'consumingComponentsCard.emptyContent.title':
      'Geen enkel component neemt deze API af.',
    'providingComponentsCard.title': 'Aanbieders',
    'providingComponentsCard.error.title':
      'De componenten kunnen niet worden geladen',
    'providingComponentsCard.emptyContent.title':
      'Geen enkel component biedt deze API aan.',
    apisCardHelpLinkTitle: 'Lees hoe u dit wijzigt.',
  },
});
