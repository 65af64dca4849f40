import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

interface GovernmentSourceConfig {
  /**
   * Address of the register, https. Without it the register is off.
   * @visibility backend
   */
  baseUrl?: string;
  /**
   * Where people read about an item: this, a slash and its id. Default: the
   * address of the item in the register itself.
   * @visibility backend
   */
  pageUrl?: string;
  /**
   * Key that goes with every request to `baseUrl`, in the header X-Api-Key.
   * @visibility secret
   */
  apiKey?: string;
  /**
   * When it is read. Default: every 6 hours.
   * @visibility backend
   */
  schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
  /**
   * For one request. Default: 30 seconds.
   * @visibility backend
   */
  timeout?: HumanDuration | string;
  /**
   * How often a request is tried again. Default: 3.
   * @visibility backend
   */
  retries?: number;
  /**
   * Wait before it is tried again; it doubles each time. Default: 1 second.
   * @visibility backend
   */
  retryDelay?: HumanDuration | string;
  /**
   * The largest answer that is read, in bytes. Default: 50 MiB.
   * @visibility backend
   */
  maxResponseBytes?: number;
  /**
   * Hosts beside that of `baseUrl` where a redirect may lead, with their port
   * unless it is the usual one. Default: none.
   * @visibility backend
   */
  allowedHosts?: string[];
  /**
   * How long an item may be gone from the register before its entity is
   * archived. Default: 14 days.
   * @visibility backend
   */
  graceTime?: HumanDuration | string;
  /**
   * How long an archived entity stays. Default: 365 days.
   * @visibility backend
   */
  removeAfter?: HumanDuration | string;
  /**
   * Largest share, 0 to 1, of the items that may be gone from one run to the
   * next; when it is more, nothing is archived. Default: 0.2.
   * @visibility backend
   */
  maxVanishedShare?: number;
  /**
   * Allows plain http to this machine, for tests and demonstrations. Default:
   * false.
   * @visibility backend
   */
  allowLoopback?: boolean;
}

export interface Config {
  catalog?: {
    providers?: {
      /** Registers of the Dutch government; each is off unless it is configured. */
      government?: {
        /** Between the portal and the registers. Default: `HTTPS_PROXY`, or none. */
        proxy?: {
          /**
           * Address, http or https, with a name and password if it asks for them.
           * @visibility secret
           */
          url?: string;
          /**
           * Hosts that are reached without it, with commas between them.
           * Default: `NO_PROXY`, or none.
           * @visibility backend
           */
          noProxy?: string;
        };
        /** The API register of developer.overheid.nl. */
        apiRegister?: GovernmentSourceConfig & {
          /**
           * How long details of an item stay good while the list says the same
           * about it. Default: 24 hours.
           * @visibility backend
           */
          detailLifetime?: HumanDuration | string;
        };
        /** The OSS register of developer.overheid.nl. */
        ossRegister?: GovernmentSourceConfig & {
          /**
           * How long details of an item stay good while the list says the same
           * about it. Default: 24 hours.
           * @visibility backend
           */
          detailLifetime?: HumanDuration | string;
        };
        /** The algorithm register. */
        algorithmRegister?: GovernmentSourceConfig;
        /** Organisations from the value lists of TOOI. */
        organisations?: GovernmentSourceConfig & {
          /**
           * Paths of value lists below `baseUrl`, in JSON-LD.
           * @visibility backend
           */
          lists: string[];
          /**
           * OIN of organisations, which the value lists do not have.
           */
          oins?: {
            /** @visibility backend */
            tooiUri: string;
            /** @visibility backend */
            oin: string;
          }[];
        };
      };
    };
  };
}
