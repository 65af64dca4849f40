import type {
  ClusterEvent,
  Language,
  LocalizedText,
} from '@nerds/plugin-free-tier-common';

/** Sentence and weight of everything the ledger writes down about a cluster. */
const ACTIVITIES = {
  Requested: {
    type: 'Normal',
    nl: 'Aangevraagd.',
    en: 'Requested.',
  },
  Waiting: {
    type: 'Warning',
    nl: 'Het gaat nog niet: {message} Het portaal blijft het proberen.',
    en: 'Not yet: {message} The portal keeps trying.',
  },
  Ready: {
    type: 'Normal',
    nl: 'Klaar voor gebruik.',
    en: 'Ready for use.',
  },
  Failed: {
    type: 'Warning',
    nl: 'Mislukt: {message}',
    en: 'Failed: {message}',
  },
  RetryRequested: {
    type: 'Normal',
    nl: 'Opnieuw proberen gevraagd.',
    en: 'Asked to try again.',
  },
  Degraded: {
    type: 'Warning',
    nl: 'De controle is niet gelukt: {message}',
    en: 'The check did not succeed: {message}',
  },
  Recovered: {
    type: 'Normal',
    nl: 'De controle lukt weer; alles staat zoals het hoort.',
    en: 'The check succeeds again; all is as it should be.',
  },
  NamespaceRecreated: {
    type: 'Warning',
    nl: 'De afgeschermde ruimte op Kubernetes was buiten het portaal om verwijderd en is leeg opnieuw gemaakt.',
    en: 'The isolated space on Kubernetes had been deleted outside the portal and was made again, empty.',
  },
  Frozen: {
    type: 'Warning',
    nl: 'De looptijd is om: de toegang is uitgezet, de inhoud is bewaard.',
    en: 'The lifetime is over: access is off, the contents are kept.',
  },
  KubeconfigIssued: {
    type: 'Normal',
    nl: 'Kubeconfig voor een persoon opgehaald.',
    en: 'Kubeconfig for a person handed out.',
  },
  MachineCredentialIssued: {
    type: 'Normal',
    nl: 'Machinetoegang uitgegeven, geldig tot {expiresAt}.',
    en: 'Machine credential handed out, valid until {expiresAt}.',
  },
  MachineCredentialRevoked: {
    type: 'Normal',
    nl: 'Machinetoegang ingetrokken.',
    en: 'Machine credential revoked.',
  },
  DeleteRequested: {
    type: 'Normal',
    nl: 'Verwijderen gevraagd.',
    en: 'Asked to delete.',
  },
  Deleted: {
    type: 'Normal',
    nl: 'Verwijderd; de plaats van het team is weer vrij.',
    en: 'Deleted; the place of the team is free again.',
  },
} as const satisfies Record<
  string,
  LocalizedText & { type: ClusterEvent['type'] }
>;

/** What can happen to a cluster; the `reason` of its event. @internal */
export type ActivityCode = keyof typeof ACTIVITIES;

/** What goes into the sentence; a text that differs per language is kept in all of them. @internal */
export type ActivityValues = Record<string, string | LocalizedText>;

/** Something to write down about a cluster. @internal */
export interface NewActivity {
  code: ActivityCode;
  values?: ActivityValues;
  /** Entity ref of who did it; absent for what the portal did by itself. */
  actor?: string;
}

/** Something that was written down. @internal */
export interface ActivityRecord extends NewActivity {
  at: Date;
}

/** An activity as an event of the cluster. @internal */
export function toClusterEvent(
  activity: ActivityRecord,
  language: Language,
): ClusterEvent {
  const text = ACTIVITIES[activity.code];
  const values = activity.values ?? {};
  return {
    at: activity.at.toISOString(),
    source: 'portal',
    type: text.type,
    reason: activity.code,
    message: text[language].replace(/\{(\w+)\}/g, (part, key) => {
      const value = values[key];
      if (value === undefined) return part;
      return typeof value === 'string' ? value : value[language];
    }),
    ...(activity.actor ? { actor: activity.actor } : {}),
  };
}
