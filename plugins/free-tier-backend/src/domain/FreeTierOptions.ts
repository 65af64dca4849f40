import type { LocalizedText } from '@nerds/plugin-free-tier-common';

/** What a LimitRange fills in for a container that asks for nothing, and the most it may ask. @internal */
export interface LimitRangeOptions {
  default: Record<string, string>;
  defaultRequest: Record<string, string>;
  max: Record<string, string>;
}

/** A size as the operator configured it. @internal */
export interface SizeOptions {
  name: string;
  title: LocalizedText;
  description: LocalizedText;
  quota: Record<string, string>;
  limitRange: LimitRangeOptions;
}

/** A tier nobody can ask for yet; shown in the form all the same. @internal */
export interface UnavailableTierOptions {
  name: string;
  title: LocalizedText;
  description: LocalizedText;
  available: false;
  sizes: SizeOptions[];
}

/** A tier teams can ask clusters of. @internal */
export interface AvailableTierOptions {
  name: string;
  title: LocalizedText;
  description: LocalizedText;
  available: true;
  lifetimeDays: number;
  clustersPerTeam: number;
  sizes: SizeOptions[];
}

/** @internal */
export type TierOptions = AvailableTierOptions | UnavailableTierOptions;

/** How people sign in to a host cluster. @internal */
export interface RegionOidcOptions {
  issuerUrl: string;
  clientId: string;
  /** PEM file of the CA of the issuer; absent: one that computers trust already. */
  caFile?: string;
  /** What the host cluster puts before the group of a token. */
  groupsPrefix: string;
}

/** A host cluster that environments can live on. @internal */
export interface RegionOptions {
  name: string;
  title: LocalizedText;
  /** Kubeconfig of the portal's account; absent: the account of the pod the portal runs in. */
  kubeconfigFile?: string;
  /** Where a launcher writes how far the host cluster is. */
  statusFile?: string;
  simulatedNodes: boolean;
  oidc: RegionOidcOptions;
  /** Labels of the namespace of the ingress controller. */
  ingressNamespaceLabels: Record<string, string>;
}

/** Whom users of the API can turn to. @internal */
export interface ContactOptions {
  name: string;
  url: string;
  email: string;
}

/** The whole of `freeTier` in the configuration. @internal */
export interface FreeTierOptions {
  /** Stands in the description of the API. */
  contact?: ContactOptions;
  /** How long a name stays taken after its cluster is gone. */
  nameQuarantineMs: number;
  /** After this a cluster that keeps being refused is `failed`; one that waits for an unreachable host is not. */
  provisioningDeadlineMs: number;
  /** How often the guard-rails of a ready cluster are put back. */
  recheckIntervalMs: number;
  regions: RegionOptions[];
  tiers: TierOptions[];
}
