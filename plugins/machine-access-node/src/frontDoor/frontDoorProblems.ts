import { COMMON_PROBLEM_CODES, ProblemFactory } from '@nerds/http-api';

/** What the front door answers to machines that do not get in. @internal */
export const frontDoorProblems = new ProblemFactory({
  ...COMMON_PROBLEM_CODES,
  'machine-credential-incomplete': {
    nl: 'Dit token is niet compleet of verkeerd overgenomen. Kopieer het opnieuw, in zijn geheel.',
    en: 'This token is incomplete or was copied wrongly. Copy it again, all of it.',
  },
  'machine-credential-refused': {
    nl: 'Dit token is onbekend, verlopen of ingetrokken, of hoort niet bij een werkstroom die het portaal kent.',
    en: 'This token is unknown, has expired or was revoked, or belongs to no workload that the portal knows.',
  },
  'machine-identity-from-outside': {
    nl: 'Dit is een token dat alleen binnen het portaal telt. Stuur het token van de machine zelf.',
    en: 'This is a token that counts inside the portal only. Send the token of the machine itself.',
  },
  'machine-credential-unchecked': {
    nl: 'Het portaal kan dit token nu niet controleren: de uitgever ervan of een onderdeel van het portaal antwoordt niet. Probeer het zo opnieuw.',
    en: 'The portal cannot check this token now: its issuer or a part of the portal does not answer. Try again shortly.',
  },
});
