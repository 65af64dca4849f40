import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { catalogGraphTranslationRef } from '@backstage/plugin-catalog-graph';

/** The Dutch messages of `catalog-graph`. */
export default createTranslationMessages({
  ref: catalogGraphTranslationRef,
  full: true,
  messages: {
    'catalogGraphCard.title': 'Relaties',
    'catalogGraphCard.deepLinkTitle': 'Diagram bekijken',
    'catalogGraphPage.title': 'Diagram van de catalogus',
    'catalogGraphPage.filterToggleButtonTitle': 'Filters',
    'catalogGraphPage.supportButtonDescription':
      'Voeg uw component toe aan de softwarecatalogus om het te volgen.',
    'catalogGraphPage.simplifiedSwitchLabel': 'Vereenvoudigd',
    'catalogGraphPage.mergeRelationsSwitchLabel': 'Relaties samenvoegen',
    'catalogGraphPage.zoomOutDescription':
      'Knijp met twee vingers of zoom om het diagram te verkennen. Klik om een ander knooppunt te kiezen. Klik met de Shift-toets ingedrukt om naar de entiteit te gaan.',
    'catalogGraphPage.curveFilter.title': 'Lijnvorm',
    'catalogGraphPage.curveFilter.curveMonotoneX': 'Vloeiend',
    'catalogGraphPage.curveFilter.curveStepBefore': 'Trapsgewijs',
    'catalogGraphPage.directionFilter.title': 'Richting',
    'catalogGraphPage.directionFilter.leftToRight': 'Van links naar rechts',
    'catalogGraphPage.directionFilter.rightToLeft': 'Van rechts naar links',
    'catalogGraphPage.directionFilter.topToBottom': 'Van boven naar beneden',
    'catalogGraphPage.directionFilter.bottomToTop': 'Van beneden naar boven',
    'catalogGraphPage.maxDepthFilter.title': 'Maximale diepte',
    'catalogGraphPage.maxDepthFilter.inputPlaceholder': '∞ Onbeperkt',
    'catalogGraphPage.maxDepthFilter.clearButtonAriaLabel':
      'maximale diepte wissen',
    'catalogGraphPage.selectedKindsFilter.title': 'Soorten',
    'catalogGraphPage.selectedRelationsFilter.title': 'Relaties',
  },
});
