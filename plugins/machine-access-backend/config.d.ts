import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** How pipelines and other machines use the portal. */
  machineAccess?: {
    /**
     * The longest that a token may live, in whole days. Default: 365 days.
     * @visibility backend
     */
    maxLifetime?: HumanDuration | string;

    /**
     * How long before a token ends its team is told, in whole days; an empty
     * list: never. Default: 14 days and 3 days.
     * @visibility backend
     */
    reminders?: Array<HumanDuration>;

    /** CI systems whose own OIDC tokens are accepted. Default: none. */
    workloadIdentities?: Array<{
      /**
       * Name that it acts under: `user:machine/<id>`.
       * @visibility backend
       */
      id: string;
      /**
       * What people see. Default: the id.
       * @visibility backend
       */
      title?: string;
      /**
       * `iss` of its tokens, exactly. https, or http on this machine.
       * @visibility backend
       */
      issuer: string;
      /**
       * `aud` that its tokens must have: the address of this portal.
       * @visibility backend
       */
      audience: string;
      /**
       * Where the keys of the issuer are. Default: what the issuer says in its
       * `/.well-known/openid-configuration`.
       * @visibility backend
       */
      jwksUri?: string;
      /**
       * PEM file of the issuer's CA. Absent: one that computers trust already.
       * @visibility backend
       */
      caFile?: string;
      /**
       * Claims that a token must have, all of them: each exactly, or with one
       * `*` for any rest after a `/` or `:`, or `*` alone for any text. At
       * least one claim has to be more than `*`.
       * @visibility backend
       */
      claims: { [claim: string]: string };
      /**
       * Entity ref of the team that it works for.
       * @visibility backend
       */
      team: string;
      /**
       * Names of the permissions that it has, within the team.
       * @visibility backend
       */
      permissions: string[];
      /**
       * How long after it was made a token counts, if it does not end before.
       * Default: 1 hour.
       * @visibility backend
       */
      maxTokenAge?: HumanDuration | string;
    }>;
  };
}
