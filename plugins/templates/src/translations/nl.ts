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
};

export default messages;
