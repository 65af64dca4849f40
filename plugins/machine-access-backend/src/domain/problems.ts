import { COMMON_PROBLEM_CODES, ProblemFactory } from '@nerds/http-api';

/** What the API of machine access answers when something cannot be. @internal */
export const problems = new ProblemFactory({
  ...COMMON_PROBLEM_CODES,
  'token-name-not-valid': {
    nl: 'Een naam heeft 3 tot en met 40 tekens: kleine letters, cijfers en losse streepjes, en begint met een letter.',
    en: 'A name has 3 to 40 characters: lower-case letters, digits and single hyphens, and starts with a letter.',
  },
  'token-name-taken': {
    nl: 'Het team heeft al een geldig token met de naam “{name}”. Kies een andere naam of trek dat token eerst in.',
    en: 'The team already has a valid token named “{name}”. Choose another name or revoke that token first.',
  },
  'token-not-found': {
    nl: 'Er is geen token “{id}”, of u mag het niet zien.',
    en: 'There is no token “{id}”, or you may not see it.',
  },
  'team-not-own': {
    nl: 'U bent geen lid van het team “{value}”, of mag er geen tokens voor maken.',
    en: 'You are not a member of the team “{value}”, or may not make tokens for it.',
  },
  'permission-not-grantable': {
    nl: 'Een token kan het recht “{value}” niet krijgen.',
    en: 'A token cannot be given the permission “{value}”.',
  },
  'permission-not-held': {
    nl: 'U hebt het recht “{value}” zelf niet, dus een token van u kan het niet krijgen.',
    en: 'You do not have the permission “{value}” yourself, so a token of yours cannot be given it.',
  },
  'permissions-required': {
    nl: 'Kies minstens één recht.',
    en: 'Choose at least one permission.',
  },
  'not-for-machines': {
    nl: 'Alleen mensen maken en beheren tokens.',
    en: 'Only people make and manage tokens.',
  },
  'credential-not-known': {
    nl: 'Dit token telt niet.',
    en: 'This token does not count.',
  },
  'issuer-unavailable': {
    nl: 'De uitgever van het token antwoordt niet. Probeer het zo opnieuw.',
    en: 'The issuer of the token does not answer. Try again shortly.',
  },
});
