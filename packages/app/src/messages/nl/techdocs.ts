import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { techdocsTranslationRef } from '@backstage/plugin-techdocs/alpha';

/** The Dutch messages of `techdocs`. */
export default createTranslationMessages({
  ref: techdocsTranslationRef,
  full: true,
  messages: {
    'aboutCard.viewTechdocs': 'Documentatie bekijken',
    'notFound.title': 'Documentatie niet gevonden',
    'notFound.builderNote':
      "Let op: techdocs.builder staat in uw configuratie niet op 'local'. Deze Backstage-app maakt daarom geen documentatie als die ontbreekt. Zorg dat een ander proces (bijvoorbeeld een CI/CD-pijplijn) de documentatie van het project maakt en publiceert. Of zet techdocs.builder op 'local' om de documentatie met deze Backstage-app te maken.",
    'buildLogs.title': 'Details van het bouwen',
    'buildLogs.closeDrawer': 'Het zijpaneel sluiten',
    'buildLogs.showBuildLogs': 'Bouwlogboek tonen',
    'buildLogs.waitingForLogs': 'Wachten op het logboek...',
    'stateIndicator.initialBuild.message':
      'Deze documentatie wordt voor het eerst geopend en nu klaargezet. Daarna laadt de documentatie veel sneller.',
    'stateIndicator.contentStaleRefreshing.message':
      'Een nieuwere versie van deze documentatie wordt gemaakt en is zo beschikbaar.',
    'stateIndicator.contentStaleReady.message':
      'Er is een nieuwere versie van deze documentatie. Vernieuw de pagina om die te bekijken.',
    'stateIndicator.contentStaleReady.refreshButton': 'Vernieuwen',
    'stateIndicator.contentStaleError.message':
      'Het maken van een nieuwere versie van deze documentatie is mislukt.',
    'redirectNotification.redirectNow': 'Nu doorsturen',
    'search.noResults': 'Geen resultaten gevonden',
    'search.placeholder': 'Zoeken in de documentatie van {{entityTitle}}',
    'readerPageHeader.owner': 'Eigenaar',
    'readerPageHeader.lifecycle': 'Levensfase',
    'readerPageHeader.source': 'Bron',
    'home.supportButton': 'Ontdek de documentatie in uw organisatie.',
    'pageWrapper.title': 'Documentatie',
    'pageWrapper.subtitle': 'Documentatie van {{orgName}}',
    'table.columns.document': 'Document',
    'table.columns.owner': 'Eigenaar',
    'table.columns.kind': 'Soort',
    'table.columns.type': 'Type',
    'table.header.actions': 'Acties',
    'table.toolbar.searchPlaceholder': 'Filteren',
    'table.pagination.labelRowsSelect': 'rijen',
    'table.body.emptyDataSourceMessage': 'Er zijn geen gegevens om te tonen',
    'table.actions.copyDocsUrl':
      'Klik om de link naar de documentatie te kopiëren',
    'table.actions.addToFavorites': 'Toevoegen aan favorieten',
    'table.actions.removeFromFavorites': 'Verwijderen uit favorieten',
    'table.emptyState.title': 'Er zijn geen documenten om te tonen',
    'table.emptyState.description':
      'Maak zelf een document. Lees hoe u begint in de documentatie.',
    'table.emptyState.docsButton': 'DOCUMENTATIE',
    'table.title.all': 'Alle',
    'error.couldNotLoad':
      'De beschikbare documentatie kan niet worden geladen.',
    'nav.title': 'Documentatie',
    'entityContent.title': 'Documentatie',
    'reader.settings': 'Instellingen',
  },
});
