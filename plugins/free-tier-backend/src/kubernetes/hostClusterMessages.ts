import type { LocalizedText } from '@nerds/plugin-free-tier-common';

/** Every reason with its sentence; the state page of a cluster shows it. @internal */
export const HOST_CLUSTER_MESSAGES = {
  HostClusterNotStarted: (region: string) => ({
    nl: `De Kubernetes-omgeving van regio “${region}” is nog niet gestart.`,
    en: `The Kubernetes environment of region “${region}” has not started yet.`,
  }),
  HostClusterMisconfigured: (region: string) => ({
    nl: `De verbinding met de Kubernetes-omgeving van regio “${region}” is verkeerd ingesteld; een beheerder moet dat herstellen.`,
    en: `The connection to the Kubernetes environment of region “${region}” is set up wrongly; a platform engineer has to mend it.`,
  }),
  HostClusterUnreachable: (region: string) => ({
    nl: `De Kubernetes-omgeving van regio “${region}” is niet bereikbaar.`,
    en: `The Kubernetes environment of region “${region}” cannot be reached.`,
  }),
  HostClusterTimeout: (region: string) => ({
    nl: `De Kubernetes-omgeving van regio “${region}” antwoordt te langzaam.`,
    en: `The Kubernetes environment of region “${region}” answers too slowly.`,
  }),
  HostClusterOverloaded: (region: string) => ({
    nl: `De Kubernetes-omgeving van regio “${region}” heeft het te druk.`,
    en: `The Kubernetes environment of region “${region}” is too busy.`,
  }),
  HostClusterFailing: (region: string) => ({
    nl: `De Kubernetes-omgeving van regio “${region}” geeft een storing.`,
    en: `The Kubernetes environment of region “${region}” is failing.`,
  }),
  HostClusterFull: (region: string) => ({
    nl: `De Kubernetes-omgeving van regio “${region}” is vol.`,
    en: `The Kubernetes environment of region “${region}” is full.`,
  }),
  HostClusterUnauthorized: (region: string) => ({
    nl: `De Kubernetes-omgeving van regio “${region}” kent het account van het portaal niet; een beheerder moet dat herstellen.`,
    en: `The Kubernetes environment of region “${region}” does not know the portal's account; a platform engineer has to mend it.`,
  }),
  HostClusterForbidden: (region: string) => ({
    nl: `De Kubernetes-omgeving van regio “${region}” staat dit het portaal niet toe; een beheerder moet dat herstellen.`,
    en: `The Kubernetes environment of region “${region}” does not allow the portal to do this; a platform engineer has to mend it.`,
  }),
  HostClusterConflict: (region: string) => ({
    nl: `In de Kubernetes-omgeving van regio “${region}” is tegelijk iets anders gewijzigd.`,
    en: `Something else was changed in the Kubernetes environment of region “${region}” at the same time.`,
  }),
  HostClusterRejected: (region: string) => ({
    nl: `De Kubernetes-omgeving van regio “${region}” wijst af wat het portaal vraagt; een beheerder moet dat herstellen.`,
    en: `The Kubernetes environment of region “${region}” refuses what the portal asks; a platform engineer has to mend it.`,
  }),
  NamespaceTerminating: (region: string) => ({
    nl: `De namespace in regio “${region}” wordt nog verwijderd.`,
    en: `The namespace in region “${region}” is still being deleted.`,
  }),
  NamespaceMissing: (region: string) => ({
    nl: `De namespace in regio “${region}”, of iets daarin, is er niet.`,
    en: `The namespace in region “${region}”, or something in it, is not there.`,
  }),
} satisfies Record<string, (region: string) => LocalizedText>;

/** A key of {@link HOST_CLUSTER_MESSAGES}. @internal */
export type HostClusterReason = keyof typeof HOST_CLUSTER_MESSAGES;
