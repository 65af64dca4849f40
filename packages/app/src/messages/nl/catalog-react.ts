import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { catalogReactTranslationRef } from '@backstage/plugin-catalog-react';

/** The Dutch messages of `catalog-react`. */
export default createTranslationMessages({
  ref: catalogReactTranslationRef,
  full: true,
  messages: {
    'catalogFilter.title': 'Filters',
    'catalogFilter.buttonTitle': 'Filters',
    'entityKindPicker.title': 'Soort',
    'entityKindPicker.errorMessage':
      'De soorten entiteiten kunnen niet worden geladen',
    'entityLifecyclePicker.title': 'Levensfase',
    'entityNamespacePicker.title': 'Namespace',
    'entityOwnerPicker.title': 'Eigenaar',
    'entityProcessingStatusPicker.title': 'Verwerkingsstatus',
    'entityTagPicker.title': 'Tags',
    'entityPeekAheadPopover.title': 'Open de entiteit om alle tags te zien.',
    'entityPeekAheadPopover.emailCardAction.title':
      'E-mail sturen naar {{email}}',

    // Backstage uses this text as the address of the link, so it has to be a
    // mailto URL; the English text misses the colon and leads nowhere.
    'entityPeekAheadPopover.emailCardAction.subTitle': 'mailto:{{email}}',
    'entityPeekAheadPopover.emailCardAction.ariaLabel': 'E-mail',
    'entityPeekAheadPopover.entityCardActionsAriaLabel': 'Tonen',
    'entityPeekAheadPopover.entityCardActionsTitle': 'Details tonen',
    'entitySearchBar.placeholder': 'Zoeken',
    'entityTypePicker.title': 'Type',
    'entityTypePicker.errorMessage':
      'De typen entiteiten kunnen niet worden geladen',
    'entityTypePicker.optionAllTitle': 'alle',
    'favoriteEntity.addToFavorites': 'Toevoegen aan favorieten',
    'favoriteEntity.removeFromFavorites': 'Verwijderen uit favorieten',
    'inspectEntityDialog.title': 'Entiteit inspecteren',
    'inspectEntityDialog.closeButtonTitle': 'Sluiten',
    'inspectEntityDialog.ancestryPage.title': 'Herkomst',
    'inspectEntityDialog.ancestryPage.description':
      'Dit is de herkomst van deze entiteit: de keten (of ketens) van entiteiten waaruit deze entiteit is ontstaan. Bij elke stap hebben {{processorsLink}}, totdat uiteindelijk deze entiteit bestond. Let op: dit is iets heel anders dan relaties.',
    'inspectEntityDialog.ancestryPage.processorsLink':
      'processors onderliggende entiteiten gemaakt',
    'inspectEntityDialog.colocatedPage.title': 'Zelfde bron',
    'inspectEntityDialog.colocatedPage.description':
      'Deze entiteiten staan op dezelfde plaats als deze entiteit. Ze komen uit dezelfde gegevensbron (bijvoorbeeld hetzelfde YAML-bestand) of hebben dezelfde oorsprong (bijvoorbeeld de URL die is geregistreerd).',
    'inspectEntityDialog.colocatedPage.alertNoLocation':
      'De entiteit bevat geen informatie over de locatie.',
    'inspectEntityDialog.colocatedPage.alertNoEntity':
      'Op deze locatie staan geen andere entiteiten.',
    'inspectEntityDialog.colocatedPage.locationHeader': 'Op dezelfde locatie',
    'inspectEntityDialog.colocatedPage.originHeader': 'Met dezelfde oorsprong',
    'inspectEntityDialog.colocatedPage.entityListAriaLabel':
      'Entiteiten met dezelfde bron',
    'inspectEntityDialog.jsonPage.title': 'Entiteit als JSON',
    'inspectEntityDialog.jsonPage.description':
      'Dit zijn de ruwe gegevens van de entiteit uit de catalogus, in JSON.',
    'inspectEntityDialog.overviewPage.title': 'Overzicht',
    'inspectEntityDialog.overviewPage.relation.title': 'Relaties',
    'inspectEntityDialog.overviewPage.status.title': 'Status',
    'inspectEntityDialog.overviewPage.identity.title': 'Identiteit',
    'inspectEntityDialog.overviewPage.metadata.title': 'Metadata',
    'inspectEntityDialog.overviewPage.annotations': 'Annotaties',
    'inspectEntityDialog.overviewPage.labels': 'Labels',
    'inspectEntityDialog.overviewPage.tags': 'Tags',
    'inspectEntityDialog.overviewPage.copyAriaLabel': '{{label}} kopiëren',
    'inspectEntityDialog.overviewPage.copiedStatus': 'Gekopieerd',
    'inspectEntityDialog.overviewPage.helpLinkAriaLabel': 'Meer informatie',
    'inspectEntityDialog.yamlPage.title': 'Entiteit als YAML',
    'inspectEntityDialog.yamlPage.description':
      'Dit zijn de ruwe gegevens van de entiteit uit de catalogus, in YAML.',
    'inspectEntityDialog.tabNames.overview': 'Overzicht',
    'inspectEntityDialog.tabNames.ancestry': 'Herkomst',
    'inspectEntityDialog.tabNames.colocated': 'Zelfde bron',
    'inspectEntityDialog.tabNames.json': 'Ruwe JSON',
    'inspectEntityDialog.tabNames.yaml': 'Ruwe YAML',
    'inspectEntityDialog.tabsAriaLabel': 'Onderdelen van de inspectie',
    'unregisterEntityDialog.title':
      'Weet u zeker dat u deze entiteit wilt uitschrijven?',
    'unregisterEntityDialog.cancelButtonTitle': 'Annuleren',
    'unregisterEntityDialog.deleteButtonTitle': 'Entiteit verwijderen',
    'unregisterEntityDialog.deleteEntitySuccessMessage':
      'De entiteit {{entityName}} is verwijderd',
    'unregisterEntityDialog.bootstrapState.title':
      'U kunt deze entiteit niet uitschrijven, omdat de entiteit uit een beveiligde configuratie van Backstage komt (locatie "{{location}}"). Denkt u dat dit niet klopt? Neem dan contact op met de beheerder van {{appTitle}}.',
    'unregisterEntityDialog.bootstrapState.advancedDescription':
      'U kunt de entiteit zelf uit de catalogus verwijderen. Doe dit alleen als u weet dat het catalogusbestand op de oorspronkelijke locatie is verwijderd of verplaatst. Anders verschijnt de entiteit vanzelf weer zodra de catalogus de gegevens vernieuwt.',
    'unregisterEntityDialog.bootstrapState.advancedOptions':
      'Geavanceerde opties',
    'unregisterEntityDialog.onlyDeleteStateTitle':
      'Deze entiteit lijkt niet van een geregistreerde locatie te komen. U kunt de entiteit daarom alleen direct uit de catalogus verwijderen.',
    'unregisterEntityDialog.unregisterState.title':
      'Met deze actie schrijft u deze entiteiten uit:',
    'unregisterEntityDialog.unregisterState.subTitle':
      'Deze entiteiten staan op deze locatie:',
    'unregisterEntityDialog.unregisterState.description':
      'Wilt u dit ongedaan maken? Registreer de entiteit dan opnieuw in {{appTitle}}.',
    'unregisterEntityDialog.unregisterState.unregisterButtonTitle':
      'Locatie uitschrijven',
    'unregisterEntityDialog.unregisterState.advancedOptions':
      'Geavanceerde opties',
    'unregisterEntityDialog.unregisterState.advancedDescription':
      'U kunt ook de entiteit zelf uit de catalogus verwijderen. Doe dit alleen als u weet dat het catalogusbestand op de oorspronkelijke locatie is verwijderd of verplaatst. Anders verschijnt de entiteit vanzelf weer zodra de catalogus de gegevens vernieuwt.',
    'unregisterEntityDialog.errorStateTitle':
      'Interne fout: onbekende toestand',
    'userListPicker.defaultOrgName': 'Organisatie',
    'userListPicker.personalFilter.title': 'Persoonlijk',
    'userListPicker.personalFilter.ownedLabel': 'Eigen',
    'userListPicker.personalFilter.starredLabel': 'Favorieten',
    'userListPicker.orgFilterAllLabel': 'Alle',
    'entityTableColumnTitle.name': 'Naam',
    'entityTableColumnTitle.system': 'Systeem',
    'entityTableColumnTitle.owner': 'Eigenaar',
    'entityTableColumnTitle.type': 'Type',
    'entityTableColumnTitle.lifecycle': 'Levensfase',
    'entityTableColumnTitle.namespace': 'Namespace',
    'entityTableColumnTitle.description': 'Beschrijving',
    'entityTableColumnTitle.tags': 'Tags',
    'entityTableColumnTitle.targets': 'Doelen',
    'entityTableColumnTitle.title': 'Titel',
    'entityTableColumnTitle.label': 'Label',
    'entityTableColumnTitle.domain': 'Domein',
    'entityRelationCard.emptyHelpLinkTitle': 'Lees hoe u dit wijzigt.',
    'missingAnnotationEmptyState.title': 'Annotatie ontbreekt',
    'missingAnnotationEmptyState.readMore': 'Lees meer',
    'missingAnnotationEmptyState.annotationYaml':
      'Voeg de annotatie toe aan de YAML van uw {{entityKind}}, zoals in dit voorbeeld is gemarkeerd:',
    'missingAnnotationEmptyState.generateDescription_one':
      'De annotatie {{annotations}} ontbreekt. Voeg de annotatie toe aan uw {{entityKind}} als u dit onderdeel wilt gebruiken.',
    'missingAnnotationEmptyState.generateDescription_other':
      'De annotaties {{annotations}} ontbreken. Voeg de annotaties toe aan uw {{entityKind}} als u dit onderdeel wilt gebruiken.',
  },
});
