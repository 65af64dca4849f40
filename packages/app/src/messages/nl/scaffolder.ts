import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { scaffolderTranslationRef } from '@backstage/plugin-scaffolder';

/** The Dutch messages of `scaffolder`. */
export default createTranslationMessages({
  ref: scaffolderTranslationRef,
  full: true,
  messages: {
    'aboutCard.launchTemplate': 'Sjabloon starten',
    'actionsPage.title': 'Geïnstalleerde acties',
    'actionsPage.pageTitle': 'Nieuw component maken',
    'actionsPage.subtitle': 'Dit zijn alle geïnstalleerde acties',
    'actionsPage.content.emptyState.title': 'Er is geen informatie om te tonen',
    'actionsPage.content.emptyState.description':
      'Er zijn geen acties geïnstalleerd, of er is een probleem met de verbinding met de backend.',
    'actionsPage.content.searchFieldPlaceholder': 'Zoek een actie',
    'actionsPage.action.input': 'Invoer',
    'actionsPage.action.output': 'Uitvoer',
    'actionsPage.action.examples': 'Voorbeelden',
    'fields.entityNamePicker.title': 'Naam',
    'fields.entityNamePicker.description': 'Unieke naam van het component',
    'fields.entityPicker.title': 'Entiteit',
    'fields.entityPicker.description': 'Een entiteit uit de catalogus',
    'fields.entityTagsPicker.title': 'Tags',
    'fields.entityTagsPicker.description':
      'Voeg passende tags toe. Druk op Enter om een tag toe te voegen. Geldige indeling: [a-z0-9+#], gescheiden door [-], maximaal 63 tekens',
    'fields.multiEntityPicker.title': 'Entiteit',
    'fields.multiEntityPicker.description': 'Een entiteit uit de catalogus',
    'fields.myGroupsPicker.title': 'Entiteit',
    'fields.myGroupsPicker.description': 'Een entiteit uit de catalogus',
    'fields.ownedEntityPicker.title': 'Entiteit',
    'fields.ownedEntityPicker.description': 'Een entiteit uit de catalogus',
    'fields.ownerPicker.title': 'Eigenaar',
    'fields.ownerPicker.description': 'De eigenaar van het component',
    'fields.azureRepoPicker.organization.title': 'Organisatie',
    'fields.azureRepoPicker.organization.description':
      'De organisatie waar deze repository bij hoort',
    'fields.azureRepoPicker.project.title': 'Project',
    'fields.azureRepoPicker.project.description':
      'Het project waar deze repository bij hoort',
    'fields.bitbucketRepoPicker.workspaces.title': 'Toegestane workspaces',
    'fields.bitbucketRepoPicker.workspaces.inputTitle': 'Workspaces',
    'fields.bitbucketRepoPicker.workspaces.description':
      'De workspace waar deze repository bij hoort',
    'fields.bitbucketRepoPicker.project.title': 'Toegestane projecten',
    'fields.bitbucketRepoPicker.project.inputTitle': 'Projecten',
    'fields.bitbucketRepoPicker.project.description':
      'Het project waar deze repository bij hoort',
    'fields.gerritRepoPicker.owner.title': 'Eigenaar',
    'fields.gerritRepoPicker.owner.description':
      'De eigenaar van het project (optioneel)',
    'fields.gerritRepoPicker.parent.title': 'Bovenliggend project',
    'fields.gerritRepoPicker.parent.description':
      'Het bovenliggende project waar de repository bij hoort',
    'fields.giteaRepoPicker.owner.title': 'Beschikbare eigenaren',
    'fields.giteaRepoPicker.owner.inputTitle': 'Eigenaar',
    'fields.giteaRepoPicker.owner.description':
      'De Gitea-namespace waar deze repository bij hoort. Dat kan de naam zijn van een organisatie, groep, subgroep, gebruiker of het project.',
    'fields.githubRepoPicker.owner.title': 'Beschikbare eigenaren',
    'fields.githubRepoPicker.owner.inputTitle': 'Eigenaar',
    'fields.githubRepoPicker.owner.description':
      'De organisatie, de gebruiker of het project waar deze repository bij hoort',
    'fields.gitlabRepoPicker.owner.title': 'Beschikbare eigenaren',
    'fields.gitlabRepoPicker.owner.inputTitle': 'Eigenaar',
    'fields.gitlabRepoPicker.owner.description':
      'De GitLab-namespace waar deze repository bij hoort. Dat kan de naam zijn van een organisatie, groep, subgroep, gebruiker of het project.',
    'fields.repoUrlPicker.host.title': 'Host',
    'fields.repoUrlPicker.host.description':
      'De host waar de repository wordt gemaakt',
    'fields.repoUrlPicker.repository.title': "Beschikbare repository's",
    'fields.repoUrlPicker.repository.inputTitle': 'Repository',
    'fields.repoUrlPicker.repository.description': 'De naam van de repository',
    'fields.repoOwnerPicker.title': 'Eigenaar',
    'fields.repoOwnerPicker.description': 'De eigenaar van de repository',
    'listTaskPage.title': 'Taken van sjablonen',
    'listTaskPage.pageTitle': 'Taken van sjablonen',
    'listTaskPage.subtitle': 'Alle taken die zijn gestart',
    'listTaskPage.content.emptyState.title':
      'Er is geen informatie om te tonen',
    'listTaskPage.content.emptyState.description':
      'Er zijn geen taken, of er is een probleem met de verbinding met de backend.',
    'listTaskPage.content.tableTitle': 'Taken',
    'listTaskPage.content.tableCell.taskID': 'Taak-ID',
    'listTaskPage.content.tableCell.template': 'Sjabloon',
    'listTaskPage.content.tableCell.created': 'Gemaakt',
    'listTaskPage.content.tableCell.owner': 'Eigenaar',
    'listTaskPage.content.tableCell.status': 'Status',
    'ownerListPicker.title': 'Eigenaar van de taak',
    'ownerListPicker.options.owned': 'Eigen',
    'ownerListPicker.options.all': 'Alle',
    'ongoingTask.title': 'Uitvoering van',
    'ongoingTask.pageTitle.hasTemplateName': 'Uitvoering van {{templateName}}',
    'ongoingTask.pageTitle.noTemplateName': 'Uitvoering van een sjabloon',
    'ongoingTask.subtitle': 'Taak {{taskId}}',
    'ongoingTask.cancelButtonTitle': 'Annuleren',
    'ongoingTask.retryButtonTitle': 'Opnieuw proberen',
    'ongoingTask.startOverButtonTitle': 'Opnieuw beginnen',
    'ongoingTask.hideLogsButtonTitle': 'Logboek verbergen',
    'ongoingTask.showLogsButtonTitle': 'Logboek tonen',
    'ongoingTask.contextMenu.moreOptions': 'Meer opties',
    'ongoingTask.contextMenu.hideLogs': 'Logboek verbergen',
    'ongoingTask.contextMenu.showLogs': 'Logboek tonen',
    'ongoingTask.contextMenu.hideButtonBar': 'Knoppenbalk verbergen',
    'ongoingTask.contextMenu.retry': 'Opnieuw proberen',
    'ongoingTask.contextMenu.showButtonBar': 'Knoppenbalk tonen',
    'ongoingTask.contextMenu.startOver': 'Opnieuw beginnen',
    'ongoingTask.contextMenu.cancel': 'Annuleren',
    'templateEditorForm.stepper.emptyText':
      'De specificatie van het sjabloon heeft geen parameters om te tonen.',
    'renderSchema.tableCell.name': 'Naam',
    'renderSchema.tableCell.title': 'Titel',
    'renderSchema.tableCell.description': 'Beschrijving',
    'renderSchema.tableCell.type': 'Type',
    'renderSchema.tableCell.value': 'Waarde',
    'renderSchema.undefined': 'Er is geen schema',
    'templatingExtensions.title': 'Sjabloonuitbreidingen',
    'templatingExtensions.pageTitle': 'Sjabloonuitbreidingen',
    'templatingExtensions.subtitle':
      'Dit zijn alle beschikbare sjabloonuitbreidingen',
    'templatingExtensions.content.emptyState.title':
      'Er is geen informatie om te tonen',
    'templatingExtensions.content.emptyState.description':
      'Er zijn geen sjabloonuitbreidingen, of er is een probleem met de verbinding met de backend.',
    'templatingExtensions.content.searchFieldPlaceholder':
      'Zoek een uitbreiding',
    'templatingExtensions.content.filters.title': 'Filters',
    'templatingExtensions.content.filters.notAvailable':
      'Er zijn geen sjabloonfilters.',
    'templatingExtensions.content.filters.metadataAbsent':
      'De metadata van het filter is niet beschikbaar',
    'templatingExtensions.content.filters.schema.input': 'Invoer',
    'templatingExtensions.content.filters.schema.arguments': 'Argumenten',
    'templatingExtensions.content.filters.schema.output': 'Uitvoer',
    'templatingExtensions.content.filters.examples': 'Voorbeelden',
    'templatingExtensions.content.functions.title': 'Functies',
    'templatingExtensions.content.functions.notAvailable':
      'Er zijn geen globale sjabloonfuncties.',
    'templatingExtensions.content.functions.metadataAbsent':
      'De metadata van de functie is niet beschikbaar',
    'templatingExtensions.content.functions.schema.arguments': 'Argumenten',
    'templatingExtensions.content.functions.schema.output': 'Uitvoer',
    'templatingExtensions.content.functions.examples': 'Voorbeelden',
    'templatingExtensions.content.values.title': 'Waarden',
    'templatingExtensions.content.values.notAvailable':
      'Er zijn geen globale sjabloonwaarden.',
    'templateTypePicker.title': 'Categorieën',
    'templateIntroPage.title': 'Sjablonen beheren',
    'templateIntroPage.subtitle':
      'Bewerk, bekijk en probeer sjablonen, formulieren en eigen velden',
    'templateFormPage.title': 'Sjabloonbewerker',
    'templateFormPage.subtitle':
      'Bewerk, bekijk en probeer formulieren van sjablonen',
    'templateCustomFieldPage.title': 'Eigen velden verkennen',
    'templateCustomFieldPage.subtitle':
      'Bewerk, bekijk en probeer eigen velden',
    'templateEditorPage.title': 'Sjabloonbewerker',
    'templateEditorPage.subtitle':
      'Bewerk, bekijk en probeer sjablonen en hun formulieren',
    'templateEditorPage.dryRunResults.title': 'Resultaten van proefdraaien',
    'templateEditorPage.dryRunResultsList.title': 'Resultaat {{resultId}}',
    'templateEditorPage.dryRunResultsList.downloadButtonTitle':
      'Downloaden als .zip',
    'templateEditorPage.dryRunResultsList.deleteButtonTitle':
      'Resultaat verwijderen',
    'templateEditorPage.dryRunResultsView.tab.files': 'Bestanden',
    'templateEditorPage.dryRunResultsView.tab.log': 'Logboek',
    'templateEditorPage.dryRunResultsView.tab.output': 'Uitvoer',
    'templateEditorPage.taskStatusStepper.skippedStepTitle': 'Overgeslagen',
    'templateEditorPage.customFieldExplorer.selectFieldLabel':
      'Kies een uitbreiding voor een eigen veld',
    'templateEditorPage.customFieldExplorer.fieldForm.title':
      'Opties van het veld',
    'templateEditorPage.customFieldExplorer.fieldForm.applyButtonTitle':
      'Toepassen',
    'templateEditorPage.customFieldExplorer.fieldPreview.title':
      'Voorbeeld van het veld',
    'templateEditorPage.customFieldExplorer.preview.title':
      'Specificatie van het sjabloon',
    'templateEditorPage.templateEditorBrowser.closeConfirmMessage':
      'Weet u het zeker? Wijzigingen die u niet hebt opgeslagen, gaan verloren',
    'templateEditorPage.templateEditorBrowser.saveIconTooltip':
      'Alle bestanden opslaan',
    'templateEditorPage.templateEditorBrowser.reloadIconTooltip':
      'Map opnieuw laden',
    'templateEditorPage.templateEditorBrowser.closeIconTooltip': 'Map sluiten',
    'templateEditorPage.templateEditorIntro.title':
      'Kies een van de mogelijkheden hieronder om te beginnen',
    'templateEditorPage.templateEditorIntro.loadLocal.title':
      'Map met sjabloon laden',
    'templateEditorPage.templateEditorIntro.loadLocal.description':
      'Laad een map met een sjabloon van uw computer. U kunt uw sjabloon daarna bewerken en proefdraaien.',
    'templateEditorPage.templateEditorIntro.loadLocal.unsupportedTooltip':
      'Dit werkt alleen in sommige browsers die op Chromium zijn gebaseerd, en alleen als de pagina via HTTPS is geladen',
    'templateEditorPage.templateEditorIntro.createLocal.title':
      'Nieuw sjabloon maken',
    'templateEditorPage.templateEditorIntro.createLocal.description':
      'Maak op uw computer een map met een sjabloon. U kunt uw sjabloon daarna bewerken en proefdraaien.',
    'templateEditorPage.templateEditorIntro.createLocal.unsupportedTooltip':
      'Dit werkt alleen in sommige browsers die op Chromium zijn gebaseerd, en alleen als de pagina via HTTPS is geladen',
    'templateEditorPage.templateEditorIntro.formEditor.title':
      'Formulier van een sjabloon uitproberen',
    'templateEditorPage.templateEditorIntro.formEditor.description':
      'Bekijk en bewerk het formulier van een sjabloon. Gebruik een voorbeeld of laad een sjabloon uit de catalogus.',
    'templateEditorPage.templateEditorIntro.fieldExplorer.title':
      'Eigen velden verkennen',
    'templateEditorPage.templateEditorIntro.fieldExplorer.description':
      'Bekijk en probeer de geïnstalleerde uitbreidingen voor eigen velden.',
    'templateEditorPage.templateEditorTextArea.saveIconTooltip':
      'Bestand opslaan',
    'templateEditorPage.templateEditorTextArea.refreshIconTooltip':
      'Bestand opnieuw laden',
    'templateEditorPage.templateEditorTextArea.emptyStateParagraph':
      'Kies een actie in het menu Bestand.',
    'templateEditorPage.templateFormPreviewer.title': 'Bestaand sjabloon laden',
    'templateListPage.title': 'Nieuw component maken',
    'templateListPage.subtitle':
      'Maak nieuwe softwarecomponenten met de standaardsjablonen van uw organisatie',
    'templateListPage.pageTitle': 'Nieuw component maken',
    'templateListPage.templateGroups.defaultTitle': 'Sjablonen',
    'templateListPage.templateGroups.otherTitle': 'Andere sjablonen',
    'templateListPage.contentHeader.registerExistingButtonTitle':
      'Bestaand component registreren',
    'templateListPage.contentHeader.supportButtonTitle':
      'Maak nieuwe softwarecomponenten met standaardsjablonen. Elk sjabloon maakt een ander soort component (services, websites, documentatie, ...).',
    'templateListPage.additionalLinksForEntity.viewTechDocsTitle':
      'Documentatie bekijken',
    'templateWizardPage.title': 'Nieuw component maken',
    'templateWizardPage.subtitle':
      'Maak nieuwe softwarecomponenten met de standaardsjablonen van uw organisatie',
    'templateWizardPage.pageTitle': 'Nieuw component maken',
    'templateWizardPage.templateWithTitle': '{{templateTitle}}',
    'templateWizardPage.pageContextMenu.editConfigurationTitle':
      'Configuratie bewerken',
    'templateEditorToolbar.customFieldExplorerTooltip':
      'Eigen velden verkennen',
    'templateEditorToolbar.installedActionsDocumentationTooltip':
      'Documentatie van de geïnstalleerde acties',
    'templateEditorToolbar.templatingExtensionsDocumentationTooltip':
      'Documentatie van de sjabloonuitbreidingen',
    'templateEditorToolbar.addToCatalogButton': 'Publiceren',
    'templateEditorToolbar.addToCatalogDialogTitle': 'Wijzigingen publiceren',
    'templateEditorToolbar.addToCatalogDialogContent.stepsIntroduction':
      'Volg deze stappen om een sjabloon te maken of bij te werken:',
    'templateEditorToolbar.addToCatalogDialogContent.stepsListItems':
      'Sla de bestanden van het sjabloon op in een map op uw computer\nMaak een pull request voor een nieuwe of bestaande git-repository\nBestaat het sjabloon al? Dan staan de wijzigingen in de softwarecatalogus zodra de pull request is samengevoegd\nMaakt u een nieuw sjabloon? Registreer de nieuwe repository dan in de softwarecatalogus; de documentatie hieronder legt uit hoe dat gaat',
    'templateEditorToolbar.addToCatalogDialogActions.documentationButton':
      'Naar de documentatie',
    'templateEditorToolbar.addToCatalogDialogActions.documentationUrl':
      'https://backstage.io/docs/features/software-templates/adding-templates/',
    'templateEditorToolbarFileMenu.button': 'Bestand',
    'templateEditorToolbarFileMenu.options.openDirectory':
      'Map met sjabloon openen',
    'templateEditorToolbarFileMenu.options.createDirectory':
      'Map met sjabloon maken',
    'templateEditorToolbarFileMenu.options.closeEditor':
      'Sjabloonbewerker sluiten',
    'templateEditorToolbarTemplatesMenu.button': 'Sjablonen',
  },
});
