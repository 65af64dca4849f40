export interface Config {
  permission?: {
    /**
     * Groups whose members have a role, as entity refs like
     * `group:default/platform`. A role that is left out has no members.
     * Everyone signed in is a developer.
     */
    roles?: {
      /**
       * Sees and manages the clusters of every team.
       * @visibility backend
       */
      'platform-engineer'?: string[];
      /**
       * Sees everything, changes nothing.
       * @visibility backend
       */
      auditor?: string[];
    };
  };
}
