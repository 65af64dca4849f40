export interface Config {
  events?: {
    modules?: {
      gitea?: {
        /**
         * What Gitea or Forgejo signs its webhooks with. Without it the portal
         * takes no events from it.
         * @visibility secret
         */
        webhookSecret?: string;
      };
    };
  };
}
