import type { Language, LocalizedText } from './types';

/**
 * Every code an error of the API can carry, with its sentence. `{field}` and
 * other `{…}` parts are filled in by {@link formatProblem}.
 *
 * @public
 */
export const PROBLEM_CODES = {
  'body-not-json': {
    nl: 'De inhoud van het verzoek is geen geldige JSON.',
    en: 'The body of the request is not valid JSON.',
  },
  'body-too-large': {
    nl: 'De inhoud van het verzoek is te groot; de grens is {limit}.',
    en: 'The body of the request is too large; the limit is {limit}.',
  },
  'body-not-object': {
    nl: 'De inhoud van het verzoek moet een JSON-object zijn.',
    en: 'The body of the request must be a JSON object.',
  },
  'content-type-not-json': {
    nl: 'Stuur de inhoud van het verzoek als “application/json”.',
    en: 'Send the body of the request as “application/json”.',
  },
  'idempotency-key-reused': {
    nl: 'Deze Idempotency-Key is al gebruikt voor een ander verzoek. Gebruik een nieuwe.',
    en: 'This Idempotency-Key was used for another request already. Use a new one.',
  },
  'field-unknown': {
    nl: 'Het veld “{field}” bestaat niet.',
    en: 'The field “{field}” does not exist.',
  },
  'field-required': {
    nl: 'Vul het veld “{field}” in.',
    en: 'Fill in the field “{field}”.',
  },
  'field-not-text': {
    nl: 'Het veld “{field}” moet tekst zijn.',
    en: 'The field “{field}” must be text.',
  },
  'field-too-long': {
    nl: 'Het veld “{field}” is te lang; hooguit {limit} tekens.',
    en: 'The field “{field}” is too long; at most {limit} characters.',
  },
  'field-out-of-range': {
    nl: 'Het veld “{field}” moet een heel getal zijn van {min} tot en met {max}.',
    en: 'The field “{field}” must be a whole number from {min} to {max}.',
  },
  'field-not-allowed-value': {
    nl: 'Het veld “{field}” kent de waarde “{value}” niet. Kies uit: {allowed}.',
    en: 'The field “{field}” does not know the value “{value}”. Choose from: {allowed}.',
  },
  'name-too-short': {
    nl: 'Het veld “name” is te kort; minstens {limit} tekens.',
    en: 'The field “name” is too short; at least {limit} characters.',
  },
  'name-characters': {
    nl: 'Het veld “name” mag alleen kleine letters a–z, cijfers en streepjes bevatten, moet met een letter beginnen en mag niet op een streepje eindigen.',
    en: 'The field “name” may only hold lower-case letters a–z, digits and hyphens, must start with a letter and must not end with a hyphen.',
  },
  'name-reserved': {
    nl: 'Het veld “name” mag niet “{value}” zijn: {reserved} is gereserveerd.',
    en: 'The field “name” must not be “{value}”: {reserved} is reserved.',
  },
  'name-taken': {
    nl: 'Het veld “name”: uw team heeft al een cluster met de naam “{value}”, of had die tot kort geleden. Kies een andere naam.',
    en: 'The field “name”: your team has a cluster named “{value}”, or had one until recently. Choose another name.',
  },
  'owner-not-group': {
    nl: 'Het veld “owner” moet een team zijn, zoals “group:default/mijn-team”; “{value}” is dat niet.',
    en: 'The field “owner” must be a team, such as “group:default/my-team”; “{value}” is not.',
  },
  'owner-not-own-team': {
    nl: 'Het veld “owner”: u bent geen lid van het team “{value}”, of het bestaat niet.',
    en: 'The field “owner”: you are not a member of the team “{value}”, or it does not exist.',
  },
  'tier-unavailable': {
    nl: 'Het veld “tier”: “{value}” is nog niet beschikbaar.',
    en: 'The field “tier”: “{value}” is not available yet.',
  },
  'team-quota-full': {
    nl: 'Het veld “owner”: team “{value}” heeft al {limit} clusters, meer kan niet. Verwijder er eerst een.',
    en: 'The field “owner”: team “{value}” already has {limit} clusters, which is the most. Delete one first.',
  },
  'validation-failed': {
    nl: 'Het verzoek klopt niet: {summary}',
    en: 'The request is not valid: {summary}',
  },
  'not-authenticated': {
    nl: 'Meld u eerst aan.',
    en: 'Sign in first.',
  },
  'not-allowed': {
    nl: 'U mag dit niet doen. Vraag het een beheerder van het platform.',
    en: 'You may not do this. Ask a platform engineer.',
  },
  'no-team': {
    nl: 'U bent van geen enkel team lid en kunt daarom geen cluster aanvragen. Vraag uw teamleider of beheerder om u aan een team toe te voegen.',
    en: 'You are not a member of any team and cannot ask for a cluster. Ask your team lead or administrator to add you to one.',
  },
  'cluster-not-found': {
    nl: 'Er is geen cluster met id “{id}”, of u mag het niet zien.',
    en: 'There is no cluster with id “{id}”, or you may not see it.',
  },
  'credential-not-found': {
    nl: 'Er is geen machinetoegang met id “{id}” bij dit cluster.',
    en: 'There is no machine credential with id “{id}” on this cluster.',
  },
  'route-not-found': {
    nl: 'Dit adres bestaat niet.',
    en: 'This address does not exist.',
  },
  'cluster-not-ready': {
    nl: 'Het cluster “{name}” is nog niet klaar (toestand: {state}). Probeer het opnieuw zodra het klaar is.',
    en: 'The cluster “{name}” is not ready yet (state: {state}). Try again once it is.',
  },
  'cluster-not-failed': {
    nl: 'Het cluster “{name}” kan niet opnieuw geprobeerd worden: het is niet mislukt (toestand: {state}).',
    en: 'The cluster “{name}” cannot be retried: it did not fail (state: {state}).',
  },
  'host-cluster-unavailable': {
    nl: 'De Kubernetes-omgeving van regio “{region}” is nu niet bereikbaar. Probeer het later opnieuw.',
    en: 'The Kubernetes environment of region “{region}” cannot be reached now. Try again later.',
  },
  'internal-error': {
    nl: 'Er ging iets mis in het portaal. De beheerders kunnen het terugvinden onder nummer {correlationId}.',
    en: 'Something went wrong in the portal. The platform engineers can find it under number {correlationId}.',
  },
} as const satisfies Record<string, LocalizedText>;

/** A key of {@link PROBLEM_CODES}. @public */
export type ProblemCode = keyof typeof PROBLEM_CODES;

/**
 * The sentence of a problem in one language.
 *
 * @param code - which sentence
 * @param language - in which language
 * @param values - what goes into its `{…}` parts; a part without a value stays as it is
 * @public
 */
export function formatProblem(
  code: ProblemCode,
  language: Language,
  values: Record<string, string | number> = {},
): string {
  return PROBLEM_CODES[code][language].replace(/\{(\w+)\}/g, (part, key) =>
    key in values ? String(values[key]) : part,
  );
}
