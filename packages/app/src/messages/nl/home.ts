import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { homeTranslationRef } from '@backstage/plugin-home';

/** The Dutch messages of `home`. */
export default createTranslationMessages({
  ref: homeTranslationRef,
  full: true,
  messages: {
    'addWidgetDialog.title': 'Nieuwe widget toevoegen aan het dashboard',
    'addWidgetDialog.noAvailableWidgets':
      'Alle beschikbare widgets staan al op het dashboard.',
    'customHomepageButtons.edit': 'Bewerken',
    'customHomepageButtons.restoreDefaults':
      'Standaardinstellingen terugzetten',
    'customHomepageButtons.clearAll': 'Alles wissen',
    'customHomepageButtons.addWidget': 'Widget toevoegen',
    'customHomepageButtons.save': 'Opslaan',
    'customHomepageButtons.cancel': 'Annuleren',
    'customHomepage.noWidgets':
      "Er zijn nog geen widgets. Begin met de knop 'Widget toevoegen'.",
    'widgetSettingsOverlay.editSettingsTooltip': 'Instellingen bewerken',
    'widgetSettingsOverlay.editSettingsTooptip': 'Instellingen bewerken',
    'widgetSettingsOverlay.deleteWidgetTooltip': 'Widget verwijderen',
    'widgetSettingsOverlay.submitButtonTitle': 'Bevestigen',
    'widgetSettingsOverlay.cancelButtonTitle': 'Annuleren',
    'starredEntityListItem.removeFavoriteEntityTitle':
      'Entiteit verwijderen uit favorieten',
    'visitList.empty.title': "U hebt nog geen pagina's bezocht.",
    'visitList.empty.description':
      "Als u het portaal gebruikt, ziet u hier de pagina's die u hebt bezocht. Zo gaat u snel verder waar u gebleven was.",
    'visitList.few.title':
      "Hoe meer pagina's u bezoekt, hoe meer pagina's u hier ziet.",
    'visitList.disabled.title':
      "Het bijhouden van bezochte pagina's staat uit.",
    'visitList.disabled.description':
      "Zet het bijhouden van bezochte pagina's aan in app-config.yaml. Dan ziet u hier de pagina's die u het meest en het laatst hebt bezocht.",
    'quickStart.title': 'Kennismaken',
    'quickStart.description': 'Aan de slag met het portaal',
    'quickStart.learnMoreLinkTitle': 'Meer informatie',
    'starredEntities.noStarredEntitiesMessage':
      'Klik op de ster naast de naam van een entiteit om die aan deze lijst toe te voegen.',
    'visitedByType.action.viewMore': 'Meer tonen',
    'visitedByType.action.viewLess': 'Minder tonen',
    'featuredDocsCard.learnMoreTitle': 'MEER INFORMATIE',
    'featuredDocsCard.empty.title': 'Er zijn geen documenten om te tonen',
    'featuredDocsCard.empty.description':
      'Maak zelf een document. Lees hoe u begint in de documentatie.',
    'featuredDocsCard.empty.learnMoreLinkTitle': 'DOCUMENTATIE',
  },
});
