import type { Language } from '@nerds/plugin-free-tier-common';

/**
 * What the actions themselves say in the log of a task; sentences about the
 * cluster come from the free tier's API, in the same language.
 */
const MESSAGES = {
  checked: {
    nl: 'Er is plaats voor cluster “{name}” van {owner}.',
    en: 'There is room for cluster “{name}” of {owner}.',
  },
  created: {
    nl: 'Cluster “{name}” is aangevraagd voor {owner}.',
    en: 'Cluster “{name}” has been requested for {owner}.',
  },
  dryRunValid: {
    nl: 'Proefrun: cluster “{name}” zou nu aangevraagd kunnen worden. Er is niets gemaakt.',
    en: 'Dry run: cluster “{name}” could be requested now. Nothing was made.',
  },
  dryRunWait: {
    nl: 'Proefrun: er is geen cluster om op te wachten.',
    en: 'Dry run: there is no cluster to wait for.',
  },
  waitingFor: { nl: 'Wacht: {message}', en: 'Waiting: {message}' },
  ready: {
    nl: 'Cluster “{name}” is klaar voor gebruik.',
    en: 'Cluster “{name}” is ready to use.',
  },
  failed: {
    nl: 'Cluster “{name}” kon niet gemaakt worden ({reason}): {message} Op de pagina van het cluster kunt u het opnieuw proberen of verwijderen.',
    en: 'Cluster “{name}” could not be made ({reason}): {message} On the page of the cluster you can try again or delete it.',
  },
  gone: {
    nl: 'Cluster “{name}” wordt of is verwijderd, dus het komt niet meer klaar.',
    en: 'Cluster “{name}” is being or has been deleted, so it will not get ready.',
  },
  notReadyInTime: {
    nl: 'Cluster “{name}” was na {minutes} minuten nog niet klaar. De aanvraag blijft bewaard en gaat vanzelf verder; volg haar op de pagina van het cluster.',
    en: 'Cluster “{name}” was not ready after {minutes} minutes. The request is kept and goes on by itself; follow it on the page of the cluster.',
  },
  cancelled: {
    nl: 'De taak is geannuleerd. Een cluster dat al aangevraagd is, wordt wel gemaakt; verwijder het op zijn pagina als u het niet nodig hebt.',
    en: 'The task was cancelled. A cluster that has been requested already is still made; delete it on its page if you do not need it.',
  },
  retrying: {
    nl: 'De free tier geeft nu geen antwoord; over {seconds} s volgt een nieuwe poging.',
    en: 'The free tier does not answer now; trying again in {seconds} s.',
  },
  unreachable: {
    nl: 'De free tier is niet bereikbaar. Probeer het later opnieuw; er wordt niets dubbel gemaakt.',
    en: 'The free tier cannot be reached. Try again later; nothing is made twice.',
  },
  notSignedIn: {
    nl: 'Uw aanmelding is verlopen. Meld u opnieuw aan en start de taak nog een keer.',
    en: 'Your sign-in has expired. Sign in again and start the task once more.',
  },
  noManifests: {
    nl: 'Veld “path”: in “{path}” staan geen manifesten (bestanden op .yaml of .yml).',
    en: 'Field “path”: “{path}” holds no manifests (files ending in .yaml or .yml).',
  },
  badPath: {
    nl: 'Veld “path”: “{path}” ligt buiten het project.',
    en: 'Field “path”: “{path}” is outside the project.',
  },
  manifestsTooLarge: {
    nl: 'Veld “path”: de manifesten zijn te groot. Hoogstens {objects} objecten en {kib} KiB samen.',
    en: 'Field “path”: the manifests are too large. At most {objects} objects and {kib} KiB together.',
  },
  badManifest: {
    nl: '{file}: dit is geen manifest: {reason}',
    en: '{file}: this is no manifest: {reason}',
  },
  badKind: {
    nl: '{file}: {kind} ({apiVersion}) kan zo niet op een cluster worden gezet. Wel: {kinds}.',
    en: '{file}: {kind} ({apiVersion}) cannot be put on a cluster this way. What can: {kinds}.',
  },
  foreignNamespace: {
    nl: '{object}: namespace “{namespace}” is niet die van het cluster. Laat metadata.namespace weg.',
    en: '{object}: namespace “{namespace}” is not the one of the cluster. Leave metadata.namespace out.',
  },
  applyRefused: {
    nl: 'Het cluster weigert {count} van de objecten; er is niets veranderd. {reasons}',
    en: 'The cluster refuses {count} of the objects; nothing was changed. {reasons}',
  },
  applied: {
    nl: '{object} staat op het cluster.',
    en: '{object} is on the cluster.',
  },
  rolledOut: { nl: '{object} draait.', en: '{object} is running.' },
  rolloutFailed: {
    nl: '{object} komt niet op gang: {reason}',
    en: '{object} does not get going: {reason}',
  },
  rolloutNotInTime: {
    nl: '{object} draaide na {minutes} minuten nog niet. {reason}',
    en: '{object} was not running after {minutes} minutes. {reason}',
  },
  kubernetesUnreachable: {
    nl: 'Kubernetes geeft nu geen antwoord. Probeer de taak later opnieuw; er wordt niets dubbel gemaakt.',
    en: 'Kubernetes does not answer now. Retry the task later; nothing is made twice.',
  },
  dryRunDeploy: {
    nl: 'Proefrun: {count} objecten gelezen. Er is niets op een cluster gezet.',
    en: 'Dry run: {count} objects read. Nothing was put on a cluster.',
  },
  status: {
    nl: 'De free tier gaf een fout ({status}). Vraag een platformbeheerder om hulp als dit blijft gebeuren.',
    en: 'The free tier answered with an error ({status}). Ask a platform engineer for help if this goes on.',
  },
} as const;

/**
 * A sentence for the log of a task.
 *
 * @param key - which sentence
 * @param language - in which language
 * @param values - what goes into its `{…}` parts
 * @internal
 */
export function formatMessage(
  key: keyof typeof MESSAGES,
  language: Language,
  values: Record<string, string | number> = {},
): string {
  return MESSAGES[key][language].replace(/\{(\w+)\}/g, (part, name) =>
    name in values ? String(values[name]) : part,
  );
}
