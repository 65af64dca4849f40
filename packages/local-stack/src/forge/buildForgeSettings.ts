import { join } from 'node:path';
import { LOOPBACK } from '../network/ports.ts';

/** What differs from stack to stack. Holds paths of secrets where Gitea takes one. @internal */
export interface ForgeSettings {
  /** Everything that Gitea keeps. */
  directory: string;
  staticRoot: string;
  port: number;
  baseUrl: string;
  database: { host: string; port: number; user: string; password: string };
  secretKeyFile: string;
  internalTokenFile: string;
  /** Gitea does not run as root unless it is told that this is meant. */
  root: boolean;
}

type Section = Record<string, string | number | boolean>;

/**
 * Gitea's configuration: one machine, no mail, no SSH, nothing that calls out.
 *
 * @remarks
 * Pages can be read without signing in: the forge listens on this machine
 * alone, and what is in it was made by the portal. People get in through the
 * identity provider and no other way; passwords are for programs. An account is
 * made at the first sign-in, and never linked to one that is there already:
 * whoever is called as the administrator or the portal stays outside.
 * @internal
 */
export function buildForgeSections(
  settings: ForgeSettings,
): Record<string, Section> {
  const { directory, database } = settings;
  return {
    '': {
      APP_NAME: 'Gitea op deze computer',
      RUN_MODE: 'prod',
      WORK_PATH: directory,
      I_AM_BEING_UNSAFE_RUNNING_AS_ROOT: settings.root,
    },
    server: {
      PROTOCOL: 'http',
      HTTP_ADDR: LOOPBACK,
      HTTP_PORT: settings.port,
      ROOT_URL: `${settings.baseUrl}/`,
      DOMAIN: new URL(settings.baseUrl).hostname,
      STATIC_ROOT_PATH: settings.staticRoot,
      APP_DATA_PATH: join(directory, 'data'),
      OFFLINE_MODE: true,
      DISABLE_SSH: true,
      LFS_START_SERVER: false,
      LANDING_PAGE: 'explore',
    },
    database: {
      DB_TYPE: 'postgres',
      HOST: `${database.host}:${database.port}`,
      NAME: database.user,
      USER: database.user,
      PASSWD: database.password,
      SSL_MODE: 'disable',
      MAX_OPEN_CONNS: 20,
    },
    security: {
      INSTALL_LOCK: true,
      SECRET_KEY_URI: `file:${settings.secretKeyFile}`,
      INTERNAL_TOKEN_URI: `file:${settings.internalTokenFile}`,
      DISABLE_GIT_HOOKS: true,
      DISABLE_QUERY_AUTH_TOKEN: true,
      COOKIE_REMEMBER_NAME: 'nerds_forge_remember',
    },
    service: {
      DISABLE_REGISTRATION: true,
      ALLOW_ONLY_EXTERNAL_REGISTRATION: true,
      ENABLE_PASSWORD_SIGNIN_FORM: false,
      ENABLE_PASSKEY_AUTHENTICATION: false,
      DEFAULT_ALLOW_CREATE_ORGANIZATION: false,
      ENABLE_NOTIFY_MAIL: false,
      DEFAULT_KEEP_EMAIL_PRIVATE: true,
    },
    repository: {
      ROOT: join(directory, 'repositories'),
      DEFAULT_BRANCH: 'main',
      DISABLE_MIGRATIONS: true,
    },
    oauth2_client: {
      ENABLE_AUTO_REGISTRATION: true,
      USERNAME: 'preferred_username',
      ACCOUNT_LINKING: 'disabled',
      REGISTER_EMAIL_CONFIRM: false,
    },
    // what listens to nothing on this machine, or would call out
    oauth2: { ENABLED: false },
    openid: { ENABLE_OPENID_SIGNIN: false, ENABLE_OPENID_SIGNUP: false },
    mailer: { ENABLED: false },
    actions: { ENABLED: false },
    packages: { ENABLED: false },
    federation: { ENABLED: false },
    'cron.update_checker': { ENABLED: false },
    webhook: { ALLOWED_HOST_LIST: 'loopback' },
    indexer: { ISSUE_INDEXER_TYPE: 'db', REPO_INDEXER_ENABLED: false },
    session: { PROVIDER: 'db', COOKIE_NAME: 'nerds_forge' },
    log: { MODE: 'console', LEVEL: 'Warn' },
    i18n: { LANGS: 'nl-NL,en-US', NAMES: 'Nederlands,English' },
  };
}

/** Written as Gitea reads it. @internal */
export function buildForgeSettings(settings: ForgeSettings): string {
  return Object.entries(buildForgeSections(settings))
    .map(([section, values]) => {
      const lines = Object.entries(values).map(
        ([name, value]) => `${name} = ${value}`,
      );
      return [...(section ? [`[${section}]`] : []), ...lines, ''].join('\n');
    })
    .join('\n');
}
