import type { messages as english } from './en';

const messages: Record<keyof typeof english, string> = {
  'nav.main': 'Hoofdnavigatie',
  'nav.home': 'Naar de startpagina',
  'nav.menu': 'Menu',
  'nav.skipToContent': 'Naar de inhoud',
  'nav.unread_one': '({{count}} ongelezen)',
  'nav.unread_other': '({{count}} ongelezen)',
  'nav.signOut': 'Afmelden',
  'nav.language': 'Taal',
  'catalogImport.notAllowed':
    'Het portaal mag niets lezen van {{host}}. Vraag een platformbeheerder om deze forge te koppelen.',
  'catalogImport.notThere':
    'Op {{url}} staat geen bestand dat het portaal kan lezen. Kijk of het adres klopt en of de repository openbaar is voor het portaal.',
  'docs.builtAt': 'Gemaakt op {{time}}',
  'docs.changedAt': 'bron gewijzigd op {{time}}',
  'docs.commit': 'uit commit {{commit}}',
  'docs.commitAt': 'van {{time}}',
  'docs.diagram': 'Diagram',
  'docs.diagramText': 'Dit diagram als tekst',
  'docs.diagramFailed':
    'Dit diagram kan niet worden getekend; daarom staat hier de tekst. Wat er mis is: {{reason}}',
  'docs.rebuild.button': 'Opnieuw bouwen',
  'docs.rebuild.log': 'Bouwlogboek',
  'docs.rebuild.show': 'Nieuwe pagina’s tonen',
  'docs.rebuild.running': 'De documentatie wordt opnieuw gebouwd …',
  'docs.rebuild.succeeded': 'De documentatie is opnieuw gebouwd.',
  'docs.rebuild.failed': 'De documentatie kon niet worden gebouwd: {{reason}}',
  'docs.rebuild.interrupted':
    'Het portaal stopte voordat de documentatie klaar was. Probeer het opnieuw.',
  'signIn.title': 'Aanmelden',
  'signIn.what':
    'Het portaal voor ontwikkelteams van de Nederlandse overheid: clusters, software en documentatie op één plek.',
  'signIn.button': 'Aanmelden',
  'signIn.checking': 'Kijken of u al bent aangemeld …',
  'signIn.redirecting': 'U gaat naar de aanmelddienst …',
  'signIn.signedOut.title': 'U bent afgemeld',
  'signIn.signedOut.text':
    'Sluit de browser als anderen deze computer ook gebruiken.',
  'signIn.ended.title': 'Uw sessie is beëindigd',
  'signIn.error.title': 'Aanmelden is niet gelukt',
  'signIn.error.code': 'Code: {{code}}',
  'signIn.error.providerUnavailable':
    'De aanmelddienst is nu niet bereikbaar. Probeer het over een paar minuten opnieuw.',
  'signIn.error.portalUnavailable':
    'Het portaal kan nu niet nagaan wat u mag. Probeer het over een paar minuten opnieuw.',
  'signIn.error.cancelled':
    'U hebt het aanmelden niet afgemaakt. Probeer het opnieuw wanneer u wilt.',
  'signIn.error.expired':
    'Het aanmelden duurde te lang, of begon in een ander venster. Probeer het opnieuw.',
  'signIn.error.providerRefused':
    'De aanmelddienst heeft u niet toegelaten tot dit portaal. Vraag de beheerder van uw organisatie en noem de code.',
  'signIn.error.clockDiffers':
    'De klokken van de aanmelddienst en het portaal lopen te ver uiteen. Meld dit aan de beheerder van het portaal.',
  'signIn.error.refreshTokenMissing':
    'De aanmelddienst geeft het portaal niet wat het nodig heeft om u aangemeld te houden. Meld dit aan de beheerder van het portaal.',
  'signIn.error.userClaimMissing':
    'De aanmelddienst stuurt geen gebruikersnaam mee waar het portaal iets mee kan. Meld dit aan de beheerder van uw organisatie.',
  'signIn.error.userUnknown':
    'De aanmelddienst kent u, maar u staat niet in de catalogus van het portaal. Vraag de beheerder van uw organisatie om u toe te voegen.',
  'signIn.error.userAmbiguous':
    'Meer dan één persoon in de catalogus past bij uw gegevens, bijvoorbeeld door hetzelfde e-mailadres. Meld dit aan de beheerder van uw organisatie.',
  'signIn.error.emailUnverified':
    'De aanmelddienst stuurt geen e-mailadres van u mee, of een dat niet is bevestigd. Vraag de beheerder van uw organisatie.',
  'signIn.error.tooManyTeams':
    'U zit in meer groepen dan het portaal aankan. Vraag de beheerder van het portaal om alleen de groepen mee te nemen die teams zijn.',
  'signIn.error.sessionEnded':
    'U was zo lang aangemeld als is toegestaan, of er is iets aan uw account veranderd. Meld u opnieuw aan.',
  'signIn.error.failed':
    'Er ging iets mis in het portaal. Probeer het opnieuw, en meld het aan de beheerder van het portaal als het blijft gebeuren.',
  'home.welcome': 'Welkom',
  'home.welcomeName': 'Welkom, {{name}}',
  'home.intro': 'Wat wilt u doen?',
  'home.search.label': "Zoek software, API's en documentatie",
  'home.search.button': 'Zoeken',
  'home.tasks.title': 'Aan de slag',
  'home.tasks.cluster.title': 'Vraag een cluster aan',
  'home.tasks.cluster.text':
    'Een eigen plek op Kubernetes, binnen seconden klaar en zonder kosten.',
  'home.tasks.catalog.title': 'Vind software',
  'home.tasks.catalog.text':
    "Welke diensten er zijn, van wie ze zijn en welke API's ze bieden.",
  'home.tasks.create.title': 'Begin met een sjabloon',
  'home.tasks.create.text':
    'Vul één formulier in en begin met de basis op orde.',
  'home.tasks.create.refused':
    'Met uw rol kunt u geen sjabloon gebruiken. Vraag een beheerder van het portaal om een andere rol.',
  'home.tasks.docs.title': 'Lees documentatie',
  'home.tasks.docs.text':
    'Hoe de diensten van uw organisatie werken en hoe u ze gebruikt.',
  'home.yours': 'Van u',
  'home.software.title': 'Software van uw teams',
  'home.software.none': 'Uw teams hebben nog geen software in de catalogus.',
  'home.software.all': 'Alle software van uw teams ({{total}})',
  'home.software.catalog': 'Naar de catalogus',
  'notFound.title': 'Deze pagina bestaat niet, of u mag hem niet zien',
  'notFound.text':
    'Misschien zit er een typefout in het adres, of is de pagina verplaatst of verwijderd.',
  'notFound.home': 'Naar de startpagina',
  'notFound.refused':
    'Klopt het adres? Dan is de pagina er wel, maar niet voor u.',
  'refused.title': 'U mag dit niet zien',
  'refused.text':
    'Er is niets stuk: dit onderdeel ({{plugin}}) is er alleen voor wie er een rol of team voor heeft.',
  'refused.needTitle': 'Wat u nodig hebt',
  'refused.need':
    'Een rol die dit mag, of een plek in het team waar het van is.',
  'refused.askTitle': 'Wie u kunt vragen',
  'refused.askLead': 'Voor een team: de teamleider van dat team.',
  'refused.askAdministrator': 'Voor een rol: een beheerder van het portaal.',
  'refused.access': 'Bekijk uw rollen en wie ze geeft',
  'failure.title': 'In dit deel van de pagina ging iets mis',
  'failure.text':
    'De rest van het portaal werkt. Onderdeel: {{plugin}}. Melding:',
  'failure.retry': 'Probeer opnieuw',
  'titles.home': 'Start',
  'titles.clusters': 'Clusters',
  'titles.catalog': 'Catalogus',
  'titles.create': 'Nieuw maken',
  'titles.templates': 'Sjablonen',
  'titles.tasks': 'Taken',
  'titles.actions': 'Acties',
  'titles.templateEditor': 'Sjablonen bewerken',
  'titles.templatingExtensions': 'Uitbreidingen voor sjablonen',
  'titles.apis': "API's",
  'titles.docs': 'Documentatie',
  'titles.search': 'Zoeken',
  'titles.notifications': 'Meldingen',
  'titles.settings': 'Instellingen',
  'titles.general': 'Algemeen',
  'titles.catalogImport': 'Software aanmelden',
  'titles.catalogGraph': 'Relaties',
  'titles.access': 'Toegang',
  'titles.auditLog': 'Auditlog',
  'titles.catalogCheck': 'Bestand nakijken',
  'titles.catalogErrors': 'Komt niet in de catalogus',
  'titles.catalogSources': 'Bronnen van de catalogus',
};

export default messages;
