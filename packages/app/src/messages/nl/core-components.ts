import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { coreComponentsTranslationRef } from '@backstage/core-components';

/** The Dutch messages of `core-components`. */
export default createTranslationMessages({
  ref: coreComponentsTranslationRef,
  full: true,
  messages: {
    'signIn.title': 'Aanmelden',
    'signIn.loginFailed': 'Aanmelden is mislukt',
    'signIn.customProvider.title': 'Eigen gebruiker',
    'signIn.customProvider.subtitle':
      'Vul uw eigen gebruikers-ID en aanmeldgegevens in.\n Deze keuze wordt niet bewaard.',
    'signIn.customProvider.userId': 'Gebruikers-ID',
    'signIn.customProvider.tokenInvalid':
      'Het token is geen geldig JWT-token van OpenID Connect',
    'signIn.customProvider.continue': 'Doorgaan',
    'signIn.customProvider.idToken': 'ID-token (optioneel)',
    'signIn.guestProvider.title': 'Gast',
    'signIn.guestProvider.subtitle':
      'Ga verder als gast.\n Uw identiteit is dan niet gecontroleerd. Sommige functies zijn daardoor misschien niet beschikbaar.',
    'signIn.guestProvider.enter': 'Verder als gast',
    skipToContent: 'Direct naar de inhoud',
    'copyTextButton.tooltipText': 'De tekst is naar het klembord gekopieerd',
    'simpleStepper.reset': 'Opnieuw beginnen',
    'simpleStepper.finish': 'Voltooien',
    'simpleStepper.next': 'Volgende',
    'simpleStepper.skip': 'Overslaan',
    'simpleStepper.back': 'Terug',
    'errorPage.subtitle': 'FOUT {{status}}: {{statusMessage}}',
    'errorPage.title': 'Er is iets misgegaan',
    'errorPage.goBack': 'Ga terug',
    'errorPage.showMoreDetails': 'Meer details tonen',
    'errorPage.showLessDetails': 'Minder details tonen',
    'emptyState.missingAnnotation.title': 'Annotatie ontbreekt',
    'emptyState.missingAnnotation.actionTitle':
      'Voeg de annotatie toe aan de YAML van uw component, zoals in dit voorbeeld is gemarkeerd:',
    'emptyState.missingAnnotation.readMore': 'Lees meer',
    'supportConfig.default.title': 'Hulp is niet ingesteld',
    'supportConfig.default.linkTitle':
      'Voeg de configuratiesleutel `app.support` toe',
    'errorBoundary.title': 'Neem voor hulp contact op via {{slackChannel}}.',
    'oauthRequestDialog.title': 'Aanmelden is nodig',
    'oauthRequestDialog.authRedirectTitle':
      'U wordt via HTTP doorgestuurd naar de aanmelding met OAuth.',
    'oauthRequestDialog.login': 'Aanmelden',
    'oauthRequestDialog.rejectAll': 'Alles weigeren',
    'oauthRequestDialog.message':
      "Meld u aan om {{appTitle}} toegang te geven tot API's en identiteiten van {{provider}}.",
    'supportButton.title': 'Hulp',
    'supportButton.close': 'Sluiten',
    'table.filter.title': 'Filters',
    'table.filter.clearAll': 'Alles wissen',
    'table.filter.placeholder': 'Alle resultaten',
    'table.body.emptyDataSourceMessage': 'Er zijn geen gegevens om te tonen',
    'table.pagination.firstTooltip': 'Eerste pagina',
    'table.pagination.labelDisplayedRows': '{from}-{to} van {count}',
    'table.pagination.labelRowsSelect': 'rijen',
    'table.pagination.lastTooltip': 'Laatste pagina',
    'table.pagination.nextTooltip': 'Volgende pagina',
    'table.pagination.previousTooltip': 'Vorige pagina',
    'table.toolbar.search': 'Filteren',
    'table.header.actions': 'Acties',
    'alertDisplay.message_one': '({{ count }} nieuwer bericht)',
    'alertDisplay.message_other': '({{ count }} nieuwere berichten)',
    'autoLogout.stillTherePrompt.title':
      'U wordt afgemeld omdat u niet actief bent',
    'autoLogout.stillTherePrompt.buttonText': 'Ja, ik wil aangemeld blijven',
    'dependencyGraph.fullscreenTooltip': 'Volledig scherm in- of uitschakelen',
    'proxiedSignInPage.title':
      'U lijkt niet aangemeld te zijn. Laad de pagina opnieuw in uw browser.',
    'logViewer.downloadBtn.tooltip': 'Logboek downloaden',
    'logViewer.copyBtn.tooltip': 'Logboek naar het klembord kopiëren',
    'logViewer.searchField.placeholder': 'Zoeken',
  },
});
