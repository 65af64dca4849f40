import type { HumanDuration } from '@backstage/types';

export interface Config {
  search?: {
    zeroResults?: {
      /**
       * How long it is kept what was searched for in vain, per query and day
       * and without who asked. Default: 90 days.
       * @visibility backend
       */
      retention?: HumanDuration | string;
    };
  };
}
