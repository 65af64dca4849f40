import { stringify } from 'yaml';

/** How a kubeconfig proves who it is. @internal */
export type KubeconfigCredentials =
  | { certificate: string; key: string }
  | { token: string };

function encode(text: string): string {
  return Buffer.from(text).toString('base64');
}

/**
 * Text of a kubeconfig with one cluster and one user.
 *
 * @param ca - PEM, or undefined to trust the system's authorities
 * @internal
 */
export function buildKubeconfig(options: {
  server: string;
  ca: string | undefined;
  user: string;
  credentials: KubeconfigCredentials;
}): string {
  const { server, ca, user, credentials } = options;
  const name = 'nerds-local';
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name,
        cluster: {
          server,
          ...(ca && { 'certificate-authority-data': encode(ca) }),
        },
      },
    ],
    users: [
      {
        name: user,
        user:
          'token' in credentials
            ? { token: credentials.token }
            : {
                'client-certificate-data': encode(credentials.certificate),
                'client-key-data': encode(credentials.key),
              },
      },
    ],
    contexts: [{ name, context: { cluster: name, user } }],
    'current-context': name,
  });
}
