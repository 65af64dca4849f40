export interface Config {
  permission?: {
    /**
     * Who has a role, as entity refs of groups and people like
     * `group:default/platform` and `user:default/somebody`. A role that is left
     * out has no members here; an administrator can give it in the portal.
     * Everyone signed in is a developer.
     */
    roles?: {
      /**
       * Decides in the access reviews of the own teams.
       * @visibility backend
       */
      'team-lead'?: string[];
      /**
       * Decides about the data of the own teams.
       * @visibility backend
       */
      'data-owner'?: string[];
      /**
       * Runs the platform: sees and manages what every team has, without
       * getting in.
       * @visibility backend
       */
      'platform-engineer'?: string[];
      /**
       * Sees everything, changes nothing; whoever has this role has no other.
       * @visibility backend
       */
      auditor?: string[];
      /**
       * Gives roles and takes them away.
       * @visibility backend
       */
      administrator?: string[];
    };
  };
}
