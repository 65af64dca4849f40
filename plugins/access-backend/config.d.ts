import type { HumanDuration } from '@backstage/types';

export interface Config {
  access?: {
    people?: {
      /**
       * How long somebody who does not sign in any more is remembered.
       * Default: 400 days, so that a yearly review still shows them.
       * @visibility backend
       */
      retention?: HumanDuration | string;
    };
    review?: {
      /**
       * A team is reviewed again this long after its last review, or after it
       * was first seen. Default: 365 days.
       * @visibility backend
       */
      interval?: HumanDuration | string;
      /**
       * The same for the roles that reach further than a team. Default: 90 days.
       * @visibility backend
       */
      privilegedInterval?: HumanDuration | string;
      /**
       * How long a team lead has for a review. Default: 14 days.
       * @visibility backend
       */
      due?: HumanDuration | string;
      /**
       * How long before the end of that time there is a reminder, each once.
       * Default: 7 days, and the end itself.
       * @visibility backend
       */
      reminders?: (HumanDuration | string)[];
      /**
       * How often there is a reminder after that time. Default: every 7 days.
       * @visibility backend
       */
      overdueReminders?: HumanDuration | string;
    };
  };
}
