import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { catalogImportTranslationRef } from '@backstage/plugin-catalog-import';

/** The Dutch messages of `catalog-import`. */
export default createTranslationMessages({
  ref: catalogImportTranslationRef,
  full: true,
  messages: {
    'buttons.back': 'Terug',
    'defaultImportPage.headerTitle': 'Bestaande software aanmelden',
    'defaultImportPage.contentHeaderTitle': 'Zet in {{appTitle}} wat u al hebt',
    'defaultImportPage.supportTitle':
      'Voeg uw component toe aan de softwarecatalogus om het te volgen in {{appTitle}}.',
    'importInfoCard.title': 'Wat u nodig hebt',
    'importInfoCard.deepLinkTitle': 'Lees meer over de softwarecatalogus',
    'importInfoCard.linkDescription':
      'Vul de URL van uw repository met broncode in om die aan {{appTitle}} toe te voegen.',
    'importInfoCard.fileLinkTitle': 'Link naar een bestaand entiteitsbestand',
    'importInfoCard.examplePrefix': 'Voorbeeld: ',
    'importInfoCard.fileLinkDescription':
      'De wizard leest het bestand, laat de entiteiten zien en voegt ze toe aan de catalogus van {{appTitle}}.',
    'importInfoCard.githubIntegration.title': 'Link naar een repository',
    'importInfoCard.githubIntegration.label': 'Alleen GitHub',
    'importInfoCard.exampleDescription':
      'De wizard zoekt alle bestanden met de naam {{catalogFilename}} in de repository, laat de entiteiten zien en voegt ze toe aan de catalogus van {{appTitle}}.',
    'importInfoCard.preparePullRequestDescription':
      'Zijn er geen entiteiten gevonden? Dan bereidt de wizard een pull request voor met een voorbeeld van {{catalogFilename}}. De catalogus van {{appTitle}} laadt alle entiteiten zodra de pull request is samengevoegd.',
    'importStepper.singleLocation.title': 'Locaties kiezen',
    'importStepper.singleLocation.description': 'Gevonden locaties: 1',
    'importStepper.multipleLocations.title': 'Locaties kiezen',
    'importStepper.multipleLocations.description':
      'Gevonden locaties: {{length, number}}',
    'importStepper.noLocation.title': 'Pull request maken',
    'importStepper.noLocation.createPr.detailsTitle':
      'Gegevens van de pull request',
    'importStepper.noLocation.createPr.titleLabel': 'Titel van de pull request',
    'importStepper.noLocation.createPr.titlePlaceholder':
      'Bestanden met entiteiten voor de catalogus toevoegen',
    'importStepper.noLocation.createPr.bodyLabel': 'Tekst van de pull request',
    'importStepper.noLocation.createPr.bodyPlaceholder':
      'Een beschrijving; Markdown is mogelijk',
    'importStepper.noLocation.createPr.configurationTitle':
      'Instellingen van de entiteit',
    'importStepper.noLocation.createPr.componentNameLabel':
      'Naam van het nieuwe component',
    'importStepper.noLocation.createPr.componentNamePlaceholder':
      'mijn-component',
    'importStepper.noLocation.createPr.ownerLoadingText':
      'Bezig met laden van groepen…',
    'importStepper.noLocation.createPr.ownerHelperText':
      'Kies een eigenaar uit de lijst of vul een verwijzing naar een groep of een gebruiker in',
    'importStepper.noLocation.createPr.ownerErrorHelperText':
      'verplichte waarde',
    'importStepper.noLocation.createPr.ownerLabel': 'Eigenaar van de entiteit',
    'importStepper.noLocation.createPr.ownerPlaceholder': 'mijn-groep',
    'importStepper.noLocation.createPr.codeownersHelperText':
      'WAARSCHUWING: dit kan mislukken als op de doellocatie geen CODEOWNERS-bestand staat.',
    'importStepper.analyze.title': 'URL kiezen',
    'importStepper.prepare.title': 'Importacties',
    'importStepper.prepare.description': 'Optioneel',
    'importStepper.review.title': 'Controleren',
    'importStepper.finish.title': 'Voltooien',
    'stepFinishImportLocation.backButtonText': 'Nog een registreren',
    'stepFinishImportLocation.repository.title':
      'Deze pull request is geopend: ',
    'stepFinishImportLocation.repository.description':
      'Uw entiteiten worden geïmporteerd zodra de pull request is samengevoegd.',
    'stepFinishImportLocation.locations.new':
      'Deze entiteiten zijn aan de catalogus toegevoegd:',
    'stepFinishImportLocation.locations.existing':
      'Deze locaties worden vernieuwd:',
    'stepFinishImportLocation.locations.viewButtonText': 'Component bekijken',
    'stepFinishImportLocation.locations.backButtonText': 'Nog een registreren',
    'stepInitAnalyzeUrl.error.repository':
      'Voor uw repository kunnen geen entiteiten worden gemaakt',
    'stepInitAnalyzeUrl.error.locations':
      'Op deze locatie staan geen entiteiten',
    'stepInitAnalyzeUrl.error.default':
      'De analyse gaf een onbekend resultaat van het type {{type}}. Neem contact op met het team dat hulp geeft.',
    'stepInitAnalyzeUrl.error.url':
      'De URL moet beginnen met http:// of https://.',
    'stepInitAnalyzeUrl.urlHelperText':
      'Vul het volledige pad naar uw entiteitsbestand in om uw component te volgen',
    'stepInitAnalyzeUrl.nextButtonText': 'Analyseren',
    'stepPrepareCreatePullRequest.description':
      'U hebt een link naar een {{integrationType}}-repository ingevuld, maar daarin staat geen {{catalogFilename}}. Open met dit formulier een pull request die dat bestand maakt.',
    'stepPrepareCreatePullRequest.previewPr.title':
      'Voorbeeld van de pull request',
    'stepPrepareCreatePullRequest.previewPr.subheader':
      'Een nieuwe pull request maken',
    'stepPrepareCreatePullRequest.previewCatalogInfo.title':
      'Voorbeeld van de entiteiten',
    'stepPrepareCreatePullRequest.nextButtonText': 'Pull request maken',
    'stepPrepareSelectLocations.locations.description':
      'Kies een of meer locaties die in uw git-repository staan:',
    'stepPrepareSelectLocations.locations.selectAll': 'Alles selecteren',
    'stepPrepareSelectLocations.existingLocations.description':
      'Deze locaties staan al in de catalogus:',
    'stepPrepareSelectLocations.nextButtonText': 'Controleren',
    'stepReviewLocation.prepareResult.title': 'Deze pull request is geopend: ',
    'stepReviewLocation.prepareResult.description':
      'U kunt de locatie nu al importeren. {{appTitle}} haalt de entiteiten op zodra de pull request is samengevoegd.',
    'stepReviewLocation.catalog.exists':
      'Deze locaties staan al in de catalogus:',
    'stepReviewLocation.catalog.new':
      'Deze entiteiten worden aan de catalogus toegevoegd:',
    'stepReviewLocation.refresh': 'Vernieuwen',
    'stepReviewLocation.import': 'Importeren',
  },
});
