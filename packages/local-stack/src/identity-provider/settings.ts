/** The portal's client: it keeps a secret. @public */
export const PORTAL_CLIENT_ID = 'nerds-portal';

/** kubectl's client: it runs on people's machines and keeps none. @public */
export const KUBECTL_CLIENT_ID = 'nerds-kubectl';

/** The forge's client: it keeps a secret. @internal */
export const FORGE_CLIENT_ID = 'nerds-forge';

/** What the forge calls this provider; part of the address people come back to. @internal */
export const FORGE_SIGN_IN_NAME = 'NeRDS';

/**
 * Where `kubectl oidc-login` listens for the answer; it takes the first port that is free.
 *
 * @internal
 */
export const KUBECTL_REDIRECT_URIS = [
  'http://localhost:8000',
  'http://localhost:18000',
  'http://127.0.0.1:8000',
];

/**
 * What the identity provider's process needs. Holds paths of secrets, never
 * the secrets themselves.
 *
 * @internal
 */
export interface IdentityProviderSettings {
  /** https, because kube-apiserver accepts nothing else. */
  issuer: string;
  port: number;
  /**
   * Origin of the pages that people see. Plain http on localhost: a browser
   * would stop at a certificate that it does not know.
   */
  pagesOrigin: string;
  pagesPort: number;
  portalBaseUrl: string;
  certificateFile: string;
  keyFile: string;
  clientSecretFile: string;
  /** Absent: there is no forge to sign in to. */
  forge?: { baseUrl: string; clientSecretFile: string };
  cookieKeyFile: string;
  signingKeysFile: string;
  /** Absent, as it is for every stack that people use: accounts cannot be changed. */
  testControlSecretFile?: string;
}

/** Environment variable with the path of the settings. @internal */
export const SETTINGS_VARIABLE = 'NERDS_IDENTITY_PROVIDER_SETTINGS';
