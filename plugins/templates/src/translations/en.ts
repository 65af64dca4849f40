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
} as const;
