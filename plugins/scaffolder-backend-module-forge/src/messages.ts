/** @internal */
export type Language = 'nl' | 'en';

/** What the actions say in the log of a task and in its errors. */
const MESSAGES = {
  notConfigured: {
    nl: 'Er is geen forge ingesteld, dus er kan geen repository komen. Vraag een platformbeheerder om de sectie “forge” in te vullen.',
    en: 'No forge has been configured, so there can be no repository. Ask a platform engineer to fill in the section “forge”.',
  },
  badName: {
    nl: 'Veld “name”: “{name}” kan geen naam van een repository zijn. Gebruik kleine letters, cijfers en streepjes, begin met een letter, hoogstens 63 tekens.',
    en: 'Field “name”: “{name}” cannot be the name of a repository. Use lower-case letters, digits and hyphens, begin with a letter, at most 63 characters.',
  },
  foreignTeam: {
    nl: 'Veld “owner”: u zit niet in {owner}. Kies een team waar u in zit.',
    en: 'Field “owner”: you are not in {owner}. Choose a team that you are in.',
  },
  nameTaken: {
    nl: 'Veld “name”: er is al een repository {url}, en die is niet door deze taak gemaakt. Kies een andere naam, of probeer de eerdere taak opnieuw.',
    en: 'Field “name”: there already is a repository {url}, and this task did not make it. Choose another name, or retry the earlier task.',
  },
  created: {
    nl: 'Repository {url} is gemaakt.',
    en: 'Repository {url} has been made.',
  },
  pushed: {
    nl: 'De eerste commit staat op {branch}.',
    en: 'The first commit is on {branch}.',
  },
  noTeam: {
    nl: 'In de forge is geen team “{team}” dat bij {url} kan; wie er mag pushen, regelt u daar.',
    en: 'The forge has no team “{team}” that can be given {url}; who may push to it, is up to you there.',
  },
  alreadyPublished: {
    nl: 'Repository {url} was al door deze taak gevuld; er is niets dubbel gemaakt.',
    en: 'Repository {url} had been filled by this task already; nothing was made twice.',
  },
  dryRunPublish: {
    nl: 'Proefrun: repository {url} zou nu gemaakt kunnen worden. Er is niets gemaakt.',
    en: 'Dry run: repository {url} could be made now. Nothing was made.',
  },
  dryRunRegister: {
    nl: 'Proefrun: {entityRef} zou nu in de catalogus komen. Er is niets aangemeld.',
    en: 'Dry run: {entityRef} would get into the catalog now. Nothing was registered.',
  },
  retrying: {
    nl: 'De forge geeft nu geen antwoord; over {seconds} s volgt een nieuwe poging.',
    en: 'The forge does not answer now; trying again in {seconds} s.',
  },
  unreachable: {
    nl: 'De forge {host} is niet bereikbaar. Probeer de taak later opnieuw; er wordt niets dubbel gemaakt.',
    en: 'The forge {host} cannot be reached. Retry the task later; nothing is made twice.',
  },
  status: {
    nl: 'De forge {host} gaf een fout ({status}). Probeer de taak later opnieuw; er wordt niets dubbel gemaakt.',
    en: 'The forge {host} answered with an error ({status}). Retry the task later; nothing is made twice.',
  },
  refused: {
    nl: 'De forge {host} weigert het account van het portaal ({status}). Vraag een platformbeheerder om de toegang tot {organization} na te kijken.',
    en: 'The forge {host} refuses the account of the portal ({status}). Ask a platform engineer to check the access to {organization}.',
  },
  failed: {
    nl: 'De repository kon niet worden gemaakt of gevuld: {reason}',
    en: 'The repository could not be made or filled: {reason}',
  },
  cancelled: {
    nl: 'De taak is geannuleerd. Wat er al gemaakt is, blijft staan.',
    en: 'The task was cancelled. What was made already, stays.',
  },
  registering: {
    nl: '{entityRef} wordt aangemeld bij de catalogus.',
    en: '{entityRef} is being registered in the catalog.',
  },
  registered: {
    nl: '{entityRef} staat in de catalogus.',
    en: '{entityRef} is in the catalog.',
  },
  foreignUrl: {
    nl: 'Veld “entityUrl”: {url} staat niet in {expected}. Alleen projecten uit de eigen forge worden hier aangemeld.',
    en: 'Field “entityUrl”: {url} is not in {expected}. Only projects of the own forge are registered here.',
  },
  invalidRef: {
    nl: 'Veld “entityRef”: “{entityRef}” is geen verwijzing naar een entiteit. Geef er een als component:default/mijn-dienst.',
    en: 'Field “entityRef”: “{entityRef}” is no entity ref. Give one such as component:default/my-service.',
  },
  invalidEntity: {
    nl: 'De catalogus neemt {url} niet aan: {reason}',
    en: 'The catalog does not accept {url}: {reason}',
  },
  wrongEntity: {
    nl: 'Veld “entityRef”: {url} beschrijft {found}, niet {entityRef}.',
    en: 'Field “entityRef”: {url} describes {found}, not {entityRef}.',
  },
  entityTaken: {
    nl: 'Veld “name”: de catalogus kent {entityRef} al, uit een andere bron. Kies een andere naam.',
    en: 'Field “name”: the catalog already knows {entityRef}, from another source. Choose another name.',
  },
  notInTime: {
    nl: '{entityRef} was na {seconds} s nog niet in de catalogus. Probeer de taak opnieuw; er wordt niets dubbel gemaakt.',
    en: '{entityRef} was not in the catalog after {seconds} s. Retry the task; nothing is made twice.',
  },
  catalogUnreachable: {
    nl: 'De catalogus geeft nu geen antwoord. Probeer de taak later opnieuw; er wordt niets dubbel gemaakt.',
    en: 'The catalog does not answer now. Retry the task later; nothing is made twice.',
  },
} as const;

/** @internal */
export type MessageKey = keyof typeof MESSAGES;

/**
 * A sentence for the log of a task.
 *
 * @param values - what goes into its `{…}` parts
 * @internal
 */
export function formatMessage(
  key: MessageKey,
  language: Language,
  values: Record<string, string | number> = {},
): string {
  return MESSAGES[key][language].replace(/\{(\w+)\}/g, (part, name) =>
    name in values ? String(values[name]) : part,
  );
}
