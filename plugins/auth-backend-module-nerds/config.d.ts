import type { HumanDuration } from '@backstage/types';

export interface Config {
  auth?: {
    providers?: {
      /** Sign-in through an OpenID Connect provider, per `auth.environment`. */
      oidc?: {
        [environment: string]: {
          /**
           * The provider, as it names itself; https. Its discovery document is
           * at `/.well-known/openid-configuration` below it. Either this or
           * `metadataUrl`; with both, the document must name this issuer.
           * @visibility backend
           */
          issuer?: string;
          /**
           * Address of the discovery document, when it is somewhere else.
           * @visibility backend
           */
          metadataUrl?: string;
          /** @visibility backend */
          clientId: string;
          /** @visibility secret */
          clientSecret: string;
          /**
           * How the portal proves itself. Default: `client_secret_basic`.
           * @visibility backend
           */
          tokenEndpointAuthMethod?:
            | 'client_secret_basic'
            | 'client_secret_post';
          /**
           * Algorithm of the provider's ID tokens. Default: `RS256`.
           * @visibility backend
           */
          tokenSignedResponseAlg?: string;
          /**
           * Address that the provider sends people back to. Default:
           * `<backend.baseUrl>/api/auth/oidc/handler/frame`.
           * @visibility backend
           */
          callbackUrl?: string;
          /**
           * Asked beside `openid profile email`.
           * @visibility backend
           */
          additionalScopes?: string | string[];
          /**
           * `prompt` of the request: `login` asks for credentials every time.
           * Default: `auto`, none is sent.
           * @visibility backend
           */
          prompt?: string;
          /**
           * Sent with every request to the sign-in page, such as `acr_values`.
           * @visibility backend
           */
          startUrlSearchParams?: { [name: string]: string };
          /**
           * File with the CAs that connections to the provider trust, in place of
           * those of Node. Default: those of Node.
           * @visibility backend
           */
          caFile?: string;
          /**
           * For each request to the provider. Default: 10 seconds.
           * @visibility backend
           */
          timeout?: HumanDuration | string;
          /**
           * How far the clocks of the provider and the portal may differ.
           * Default: 60 seconds.
           * @visibility backend
           */
          clockTolerance?: HumanDuration | string;
          /**
           * How long a session lives while the portal is not used. Default:
           * the same as `sessionMaximum`.
           * @visibility backend
           */
          sessionDuration?: HumanDuration | string;
          /**
           * How long a session lives at most, used or not. Default: 12 hours.
           * @visibility backend
           */
          sessionMaximum?: HumanDuration | string;
          /**
           * Whether the provider has to ask for credentials again when somebody
           * proved who they are longer than `sessionMaximum` ago. Needs a
           * provider that knows `max_age` and sends `auth_time`. Default: false.
           * @visibility backend
           */
          reauthenticateAfterMaximum?: boolean;
          /**
           * Whether signing out ends the session at the provider too. Default: true.
           * @visibility backend
           */
          logoutAtProvider?: boolean;
          /** Where in the claims things are; a `.` goes one level down. */
          claims?: {
            /**
             * The user name. Unique, and not to be changed by the person.
             * Default: `preferred_username`.
             * @visibility backend
             */
            user?: string;
            /**
             * Default: `email`. People without one can sign in.
             * @visibility backend
             */
            email?: string;
            /**
             * What the person is called. Default: `name`.
             * @visibility backend
             */
            name?: string;
            /**
             * Default: `groups`. Example of a deeper one: `realm_access.roles`.
             * @visibility backend
             */
            groups?: string;
          };
          /** Which groups are teams, and what these are called. */
          groups?: {
            /**
             * Only groups that begin so are teams; it is taken off. Not
             * together with `pattern`.
             * @visibility backend
             */
            prefix?: string;
            /**
             * Regular expression for the whole group; its one capturing group is
             * the team. Not together with `prefix`.
             * @visibility backend
             */
            pattern?: string;
            /**
             * What `/gemeente/burgerzaken` is: `refuse` (default) no team, `last`
             * the team burgerzaken. Only choose `last` when the last names are
             * unique in the whole tree.
             * @visibility backend
             */
            path?: 'refuse' | 'last';
            /**
             * Which groups above a team in the catalog count for its members:
             * `teams` (default) all but organizations, `all`, or `none`.
             * @visibility backend
             */
            ancestors?: 'teams' | 'all' | 'none';
          };
          /**
           * `claims` (default): the user name is the person, whether the catalog
           * knows them or not. `catalogUser`: only people of the catalog.
           * @visibility backend
           */
          resolver?: 'claims' | 'catalogUser';
          /** How `resolver: catalogUser` finds the person. */
          catalogUser?: {
            /**
             * `name` (default): by the user name. `email`: by the e-mail address.
             * `annotation`: by an annotation with the value of a claim.
             * @visibility backend
             */
            match?: 'name' | 'email' | 'annotation';
            /**
             * Such as `keycloak.org/id`.
             * @visibility backend
             */
            annotation?: string;
            /**
             * Claim that the annotation must be equal to. Default: `sub`.
             * @visibility backend
             */
            claim?: string;
            /**
             * Whether an address counts that the provider does not call verified.
             * Only for a provider where people cannot change it. Default: false.
             * @visibility backend
             */
            allowUnverifiedEmail?: boolean;
          };
        };
      };
    };
  };
}
