import type { messages as english } from './en';

const messages: Record<keyof typeof english, string> = {
  required: 'Verplicht',
  retry: 'Opnieuw proberen',
  'name.label': 'Naam',
  'name.hint':
    'Ook de naam van de repository. Kleine letters, cijfers en losse streepjes, en eerst een letter.',
  'name.characters': '{{length}} van {{limit}} tekens',
  'name.checking': 'De naam wordt gecontroleerd …',
  'name.free': 'Deze naam is vrij.',
  'name.unchecked':
    'De naam kon nu niet gecontroleerd worden. Dat gebeurt opnieuw als u verdergaat.',
  'name.problem.required': 'Vul een naam in.',
  'name.problem.tooShort': 'Gebruik ten minste {{limit}} tekens.',
  'name.problem.tooLong': 'Gebruik ten hoogste {{limit}} tekens.',
  'name.problem.characters':
    'Gebruik alleen kleine letters, cijfers en losse streepjes daartussen, en begin met een letter.',
  'name.problem.taken':
    'Er staat al iets met deze naam in de catalogus. Kies een andere naam.',
  'name.problem.unreachable':
    'De catalogus is niet bereikbaar, dus de naam kan niet gecontroleerd worden. Probeer het over een minuut opnieuw.',
  'team.label': 'Team',
  'team.hint':
    'Het team waar het project van is. U ziet de teams waar u in zit.',
  'team.placeholder': 'Kies een team',
  'team.required': 'Kies een team.',
  'team.none':
    'U zit in geen enkel team en kunt dus geen project beginnen. Vraag de beheerder van uw organisatie om u aan een team toe te voegen.',
  'team.unreachable': 'Het is niet gelukt om uw teams op te halen.',
  'organisation.label': 'Organisatie',
  'organisation.hint':
    'De organisatie die verantwoordelijk is. Typ een deel van de naam om een andere te vinden.',
  'organisation.placeholder': 'Zoek een organisatie',
  'organisation.required': 'Kies een organisatie.',
  'organisation.unreachable':
    'Het is niet gelukt om de organisaties op te halen.',
  'organisation.none':
    'Er staan nog geen organisaties in de catalogus. Vul de organisatie zelf in.',
  'organisation.name': 'Naam van de organisatie',
  'organisation.nameHint': 'De volledige naam, zoals in TOOI.',
  'organisation.uri': 'Adres van de organisatie in TOOI',
  'organisation.uriHint':
    'Bijvoorbeeld https://identifier.overheid.nl/tooi/id/gemeente/gm0363. Te vinden op standaarden.overheid.nl/tooi.',
  'organisation.problem.name': 'Vul de naam van de organisatie in.',
  'organisation.problem.uri':
    'Dit is geen adres van TOOI. Het begint met https://identifier.overheid.nl/tooi/id/.',
  'card.choose': 'Kiezen',
  'card.chooseTemplate': 'Kiezen: {{title}}',
  'card.docs': 'Lees erover',
  'card.docsOf': 'Lees erover: {{title}}',
  'card.details': 'In de catalogus',
  'card.detailsOf': 'In de catalogus: {{title}}',
  'card.noDescription': 'Geen omschrijving',
  'kind.service': 'Dienst',
  'kind.website': 'Website',
  'kind.library': 'Bibliotheek',
  'kind.ml-model': 'Model',
  'kind.dataset': 'Dataset',
  'kind.documentation': 'Documentatie',
  'kind.cluster': 'Cluster',
  'kind.notice': 'Melding',
  'review.yes': 'Ja',
  'review.no': 'Nee',
  'review.empty': 'Niet ingevuld',
  'review.hidden': 'Niet getoond',
  'form.errors': 'Dit klopt nog niet',
  'form.required': 'Vul ‘{{title}}’ in.',
  'form.tooShort':
    '‘{{title}}’ is te kort: gebruik ten minste {{limit}} tekens.',
  'form.tooLong':
    '‘{{title}}’ is te lang: gebruik ten hoogste {{limit}} tekens.',
  'form.email':
    '‘{{title}}’ is geen mailadres. Vul er een in zoals team@voorbeeld.nl.',
  'form.choice': 'Kies een van de mogelijkheden bij ‘{{title}}’.',
  'form.unknown': 'Een van de antwoorden klopt niet.',
  'form.wrong': '‘{{title}}’ klopt niet. Lees de uitleg bij het veld.',
};

export default messages;
