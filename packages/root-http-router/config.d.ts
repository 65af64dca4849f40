import type { HumanDuration } from '@backstage/types';

interface PersonAndAddressLimit {
  /**
   * In which the calls are counted. Default: 1 minute.
   * @visibility backend
   */
  window?: HumanDuration | string;
  /**
   * Calls of one person, or one machine, in a window.
   * @visibility backend
   */
  perPerson?: number;
  /**
   * Calls from one address (IPv6: one /56) in a window.
   * @visibility backend
   */
  perAddress?: number;
}

export interface Config {
  /** What every request to the portal passes: docs/reference/front-door.md. */
  frontDoor?: {
    /**
     * How many calls the portal takes. Counted in the memory of each replica,
     * so with n replicas a caller may make up to n times as many.
     */
    rateLimits?: {
      /**
       * All calls of the API. `perAddress` counts calls of whoever did not sign
       * in, because a whole office may share one address. Default: 3000 per
       * person, 1200 per address.
       */
      general?: PersonAndAddressLimit;
      /**
       * Calls that cost much: templates, clusters, credentials, search, exports
       * and such. Default: 120 per person, 1200 per address.
       */
      expensive?: PersonAndAddressLimit;
      /** Signing in and renewing a session. Default: 300 per address. */
      signIn?: {
        /**
         * In which the calls are counted. Default: 1 minute.
         * @visibility backend
         */
        window?: HumanDuration | string;
        /** @visibility backend */
        perAddress?: number;
      };
    };

    bodyLimits?: {
      /**
       * Largest body of a request, in bytes. Default: 1 MiB.
       * @visibility backend
       */
      defaultBytes?: number;
      /**
       * The same for trying out a template, which carries the template's files.
       * Default: 10 MiB.
       * @visibility backend
       */
      templateBytes?: number;
    };

    /**
     * How many refused calls of one address become lines of their own in the
     * audit log; the rest of a minute is one line together. Default: 20.
     * @visibility backend
     */
    auditedRefusalsPerMinute?: number;

    /**
     * `/.well-known/security.txt` (RFC 9116), mandatory for sites of the Dutch
     * government. Absent: no such file.
     */
    securityTxt?: {
      /**
       * Where to report a vulnerability, best first: `mailto:`, `https:` or
       * `tel:` addresses.
       * @visibility backend
       */
      contact?: string[];
      /**
       * Address of the policy for reports.
       * @visibility backend
       */
      policy?: string;
      /**
       * Languages that reports can be in. Default: nl, en.
       * @visibility backend
       */
      preferredLanguages?: string[];
      /**
       * How long after it is read the file is valid, less than a year.
       * Default: 180 days.
       * @visibility backend
       */
      lifetime?: HumanDuration | string;
    };
  };
}
