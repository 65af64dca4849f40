import type { HumanDuration } from '@backstage/types';

export interface Config {
  techdocs?: {
    /** What making documentation may cost. */
    builds?: {
      /**
       * How many sites are made at the same moment; others wait. Default: 2.
       * @visibility backend
       */
      concurrency?: number;
      /**
       * After this the build is stopped. Default: 2 minutes.
       * @visibility backend
       */
      timeout?: HumanDuration | string;
      /**
       * Most files that one site is made from. Default: 5000.
       * @visibility backend
       */
      maxFiles?: number;
      /**
       * Most that these may be together. Default: 100.
       * @visibility backend
       */
      maxSourceMiB?: number;
      /**
       * Most that one file may be. Default: 20.
       * @visibility backend
       */
      maxFileMiB?: number;
      /**
       * Most memory of one build. Default: 1024.
       * @visibility backend
       */
      maxMemoryMiB?: number;
      /**
       * After this a build that failed is tried again although its source did
       * not change. Default: 1 hour.
       * @visibility backend
       */
      rememberFailures?: HumanDuration | string;
    };
  };
}
