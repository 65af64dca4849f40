import type { HumanDuration } from '@backstage/types';

interface LocalizedText {
  /** @visibility backend */
  nl: string;
  /** @visibility backend */
  en: string;
}

export interface Config {
  /** What teams can ask for without approval, and where it lives. */
  freeTier: {
    /**
     * Whom users of the API can turn to; stands in its description. Default: a
     * placeholder.
     */
    contact?: {
      /** @visibility backend */
      name: string;
      /** @visibility backend */
      url: string;
      /** @visibility backend */
      email: string;
    };

    /**
     * How long a name stays taken after its cluster is gone. Default: 30 days.
     * @visibility backend
     */
    nameQuarantine?: HumanDuration | string;

    /**
     * After this a cluster that the host cluster keeps refusing is `failed`, to
     * be retried by hand. Waiting for an unreachable host cluster has no end.
     * Default: 1 hour.
     * @visibility backend
     */
    provisioningDeadline?: HumanDuration | string;

    /**
     * How often the guard-rails of a ready cluster are checked and put back.
     * Default: 5 minutes.
     * @visibility backend
     */
    recheckInterval?: HumanDuration | string;

    /** Host clusters. At least one. */
    regions: Array<{
      /** @visibility backend */
      name: string;
      title: LocalizedText;
      /**
       * Kubeconfig of the portal's account. Absent: the account of the pod the
       * portal runs in.
       * @visibility backend
       */
      kubeconfigFile?: string;
      /**
       * Where a launcher writes how far the host cluster is.
       * @visibility backend
       */
      statusFile?: string;
      /**
       * `true` where no container really runs (KWOK nodes). Default: `false`.
       * @visibility backend
       */
      simulatedNodes?: boolean;
      /** The identity provider the host cluster trusts, for people's kubeconfigs. */
      oidc: {
        /** @visibility backend */
        issuerUrl: string;
        /** @visibility backend */
        clientId: string;
        /**
         * PEM file of the issuer's CA. Absent: one that computers trust already.
         * @visibility backend
         */
        caFile?: string;
        /**
         * What the host cluster puts before a group. Default: `oidc:`.
         * @visibility backend
         */
        groupsPrefix?: string;
      };
      /**
       * Labels of the namespace of the ingress controller, which may reach
       * every cluster. Default: none, so nothing outside reaches a cluster.
       * @visibility backend
       */
      ingressNamespaceLabels?: { [label: string]: string };
    }>;

    /** Price models. At least one. */
    tiers: Array<{
      /** @visibility backend */
      name: string;
      title: LocalizedText;
      description: LocalizedText;
      /**
       * `false`: shown in the form as not yet available.
       * @visibility backend
       */
      available: boolean;
      /**
       * Whole days. Required when available.
       * @visibility backend
       */
      lifetime?: HumanDuration | string;
      /**
       * Required when available.
       * @visibility backend
       */
      clustersPerTeam?: number;
      /** At least one when available. */
      sizes: Array<{
        /** @visibility backend */
        name: string;
        title: LocalizedText;
        description: LocalizedText;
        /**
         * `spec.hard` of the ResourceQuota, as Kubernetes quantities.
         * @visibility backend
         */
        quota: { [resource: string]: string };
        /** Of a container, as Kubernetes quantities. */
        limitRange: {
          /** @visibility backend */
          default: { [resource: string]: string };
          /** @visibility backend */
          defaultRequest: { [resource: string]: string };
          /** @visibility backend */
          max: { [resource: string]: string };
        };
      }>;
    }>;
  };
}
