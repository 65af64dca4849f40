import { COMMON_PROBLEM_CODES, ProblemFactory } from '@nerds/http-api';

/** Every code that this API answers, with its sentence. @internal */
export const PROBLEM_CODES = {
  ...COMMON_PROBLEM_CODES,
  'ref-malformed': {
    nl: '“{value}” in het veld “{field}” is geen verwijzing naar een groep of persoon, zoals “group:default/burgerzaken” of “user:default/jan”.',
    en: '“{value}” in the field “{field}” is not a reference to a group or person, such as “group:default/burgerzaken” or “user:default/jan”.',
  },
  'subject-not-group-or-user': {
    nl: 'Alleen een groep of een persoon kan een rol hebben, en “{value}” is geen van beide.',
    en: 'Only a group or a person can have a role, and “{value}” is neither.',
  },
  'subject-is-machine': {
    nl: '“{value}” is een machine. Een machine krijgt geen rol, maar een machinetoken met alleen de rechten die nodig zijn.',
    en: '“{value}” is a machine. A machine gets no role, but a machine token with the permissions it needs and no other.',
  },
  'team-not-group': {
    nl: '“{value}” is geen team; een team is een groep, zoals “group:default/burgerzaken”.',
    en: '“{value}” is not a team; a team is a group, such as “group:default/burgerzaken”.',
  },
  'team-not-for-role': {
    nl: 'De rol “{role}” geldt niet voor één team; laat het veld “{field}” leeg.',
    en: 'The role “{role}” is not about one team; leave the field “{field}” out.',
  },
  'team-unknown': {
    nl: 'Het portaal kent geen team “{value}”: nog niemand daaruit heeft zich aangemeld.',
    en: 'The portal knows no team “{value}”: nobody of it has signed in yet.',
  },
  'expires-in-past': {
    nl: 'Het tijdstip in het veld “{field}” is al voorbij.',
    en: 'The moment in the field “{field}” has passed.',
  },
  'role-already-granted': {
    nl: '“{subject}” heeft deze rol al.',
    en: '“{subject}” has this role already.',
  },
  'grant-to-self': {
    nl: 'Niemand geeft zichzelf een rol. Vraag het een andere beheerder.',
    en: 'Nobody grants a role to themselves. Ask another administrator.',
  },
  'grant-to-own-group': {
    nl: 'U bent zelf lid van “{subject}”, en niemand geeft zichzelf een rol. Vraag het een andere beheerder.',
    en: 'You are a member of “{subject}” yourself, and nobody grants a role to themselves. Ask another administrator.',
  },
  'role-grant-not-found': {
    nl: 'Deze toekenning van een rol bestaat niet (meer).',
    en: 'This grant of a role does not exist (any more).',
  },
  'last-administrator': {
    nl: 'Dit is de laatste beheerder. Geef eerst iemand anders de rol “administrator”.',
    en: 'This is the last administrator. Give somebody else the role “administrator” first.',
  },
  'review-not-found': {
    nl: 'Deze toegangsbeoordeling bestaat niet.',
    en: 'This access review does not exist.',
  },
  'review-already-open': {
    nl: 'Voor dit team staat al een beoordeling open. Rond die eerst af.',
    en: 'A review of this team is open already. Complete that one first.',
  },
  'review-completed': {
    nl: 'Deze beoordeling is afgerond en verandert niet meer. Begin zo nodig een nieuwe.',
    en: 'This review is completed and does not change any more. Start a new one if needed.',
  },
  'review-items-undecided': {
    nl: 'Over {count} van de toegangen is nog niet besloten. Bekijk de lijst opnieuw: er kan iets bij zijn gekomen.',
    en: 'For {count} of the accesses there is no decision yet. Look at the list again: something may have been added.',
  },
  'review-source-failed': {
    nl: 'De lijst is niet volledig: niet alles was op te halen ({kinds}). Probeer het later opnieuw.',
    en: 'The list is not complete: not everything could be had ({kinds}). Try again later.',
  },
  'own-access': {
    nl: 'Dit gaat over uw eigen toegang. Een andere teamleider of een beheerder besluit daarover.',
    en: 'This is about your own access. Another team lead or an administrator decides about it.',
  },
  'item-unknown': {
    nl: 'Het veld “{field}” noemt iets dat niet in deze beoordeling staat.',
    en: 'The field “{field}” names something that is not in this review.',
  },
  'item-twice': {
    nl: 'Het veld “{field}” noemt iets dat al eerder in het verzoek staat.',
    en: 'The field “{field}” names something that is in the request already.',
  },
  'item-revoked-already': {
    nl: 'Wat het veld “{field}” noemt is al ingetrokken; bevestigen kan niet meer.',
    en: 'What the field “{field}” names is revoked already and cannot be confirmed any more.',
  },
  'field-not-list': {
    nl: 'Het veld “{field}” moet een lijst zijn met 1 tot en met {max} onderdelen.',
    en: 'The field “{field}” must be a list of 1 up to and including {max} items.',
  },
  'field-not-object': {
    nl: 'Het veld “{field}” moet een object zijn.',
    en: 'The field “{field}” must be an object.',
  },
} as const;

/** A key of {@link PROBLEM_CODES}. @internal */
export type ProblemCode = keyof typeof PROBLEM_CODES;

/** @internal */
export const problems = new ProblemFactory(PROBLEM_CODES);

const QUOTED_MAX_LENGTH = 100;

/** A value of the caller, short enough to say back. @internal */
export function toQuoted(value: string): string {
  const characters = [...value];
  return characters.length > QUOTED_MAX_LENGTH
    ? `${characters.slice(0, QUOTED_MAX_LENGTH).join('')}…`
    : value;
}
