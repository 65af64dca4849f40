/** Where new projects get their repository. */
export interface Config {
  /**
   * Leave it out, or `type`, and templates cannot publish a repository: they
   * say that no forge has been configured.
   */
  forge?: {
    /**
     * Kind of forge; its address and credentials are in `integrations.<type>`.
     * Forgejo is `gitea`.
     * @visibility frontend
     */
    type?: 'gitea' | 'gitlab' | 'github';
    /**
     * Which entry of `integrations.<type>`, by its host.
     * @visibility frontend
     */
    host?: string;
    /**
     * Organisation or group that gets the repositories; with GitLab this may be
     * a path of groups, `rijk/projecten`.
     * @visibility frontend
     */
    organization?: string;
    /**
     * Who may read a new repository, default private.
     * @visibility frontend
     */
    visibility?: 'public' | 'private';
    /**
     * File in which the launcher of a local forge writes how far it is, as JSON:
     * `{ "state": "starting"|"failed"|"available", "message": { "nl": "…", "en": "…" } }`.
     * @visibility backend
     */
    statusFile?: string;
  };
}
