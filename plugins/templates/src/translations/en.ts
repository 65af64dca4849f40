/** English texts; the keys are what the Dutch texts must have too. */
export const messages = {
  required: 'Required',
  retry: 'Try again',
  'name.label': 'Name',
  'name.hint':
    'Also the name of the repository. Lower-case letters, digits and single hyphens, and a letter first.',
  'name.characters': '{{length}} of {{limit}} characters',
  'name.checking': 'Checking the name …',
  'name.free': 'This name is free.',
  'name.unchecked':
    'The name could not be checked now. It is checked again when you go on.',
  'name.problem.required': 'Fill in a name.',
  'name.problem.tooShort': 'Use at least {{limit}} characters.',
  'name.problem.tooLong': 'Use at most {{limit}} characters.',
  'name.problem.characters':
    'Use only lower-case letters, digits and single hyphens in between, and begin with a letter.',
  'name.problem.taken':
    'There is something with this name in the catalogue. Choose another name.',
  'name.problem.unreachable':
    'The catalogue cannot be reached, so the name cannot be checked. Try again in a minute.',
  'team.label': 'Team',
  'team.hint': 'The team that the project is of. You see the teams you are in.',
  'team.placeholder': 'Choose a team',
  'team.required': 'Choose a team.',
  'team.none':
    'You are in no team, so you cannot start a project. Ask the administrator of your organisation to add you to a team.',
  'team.unreachable': 'Your teams could not be found out.',
  'organisation.label': 'Organisation',
  'organisation.hint':
    'The organisation that is responsible. Type a part of its name to find another one.',
  'organisation.placeholder': 'Search for an organisation',
  'organisation.required': 'Choose an organisation.',
  'organisation.unreachable': 'The organisations could not be fetched.',
  'organisation.none':
    'There are no organisations in the catalogue yet. Fill in the organisation yourself.',
  'organisation.name': 'Name of the organisation',
  'organisation.nameHint': 'The full name, as in TOOI.',
  'organisation.uri': 'Address of the organisation in TOOI',
  'organisation.uriHint':
    'For example https://identifier.overheid.nl/tooi/id/gemeente/gm0363. You find it at standaarden.overheid.nl/tooi.',
  'organisation.problem.name': 'Fill in the name of the organisation.',
  'organisation.problem.uri':
    'This is no address of TOOI. It begins with https://identifier.overheid.nl/tooi/id/.',
  'card.choose': 'Choose',
  'card.chooseTemplate': 'Choose {{title}}',
  'card.docs': 'Read about it',
  'card.docsOf': 'Read about it: {{title}}',
  'card.details': 'In the catalogue',
  'card.detailsOf': 'In the catalogue: {{title}}',
  'card.noDescription': 'No description',
  'kind.service': 'Service',
  'kind.website': 'Website',
  'kind.library': 'Library',
  'kind.ml-model': 'Model',
  'kind.dataset': 'Dataset',
  'kind.documentation': 'Documentation',
  'kind.cluster': 'Cluster',
  'kind.notice': 'Notice',
  'review.yes': 'Yes',
  'review.no': 'No',
  'review.empty': 'Not filled in',
  'review.hidden': 'Not shown',
  'form.errors': 'This is not right yet',
  'form.required': 'Fill in “{{title}}”.',
  'form.tooShort':
    '“{{title}}” is too short: use at least {{limit}} characters.',
  'form.tooLong': '“{{title}}” is too long: use at most {{limit}} characters.',
  'form.email':
    '“{{title}}” is no email address. Fill in one such as team@example.nl.',
  'form.choice': 'Choose one of the possibilities of “{{title}}”.',
  'form.unknown': 'One of the answers is not right.',
  'form.wrong': '“{{title}}” is not right. Read the hint with the field.',
} as const;
