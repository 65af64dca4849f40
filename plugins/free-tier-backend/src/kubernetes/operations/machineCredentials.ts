import {
  buildMachineKubeconfig,
  type KubernetesServer,
} from '../../domain/buildKubeconfig';
import { buildMachineCredentialSecret } from '../../domain/buildMachineCredentialSecret';
import { buildMachineServiceAccount } from '../../domain/buildServiceAccounts';
import type { ClusterEnvironment } from '../../domain/ClusterEnvironment';
import type {
  IssuedMachineKubeconfig,
  MachineCredentialOptions,
} from '../HostCluster';
import { HostClusterQuotaError } from '../HostClusterErrors';
import type { KubernetesApiClient } from '../KubernetesApiClient';
import { isApiError } from '../KubernetesApiError';
import { buildObjectPath } from '../resourcePaths';

/**
 * Makes an empty Secret and a token bound to it.
 *
 * @remarks
 * Each credential has a Secret of its own, so each can be revoked alone. If
 * the token fails the Secret goes again; should that fail too, an empty Secret
 * stays that no token is bound to, until the namespace goes.
 *
 * @internal
 */
export async function issueMachineKubeconfig(
  client: KubernetesApiClient,
  env: ClusterEnvironment,
  options: MachineCredentialOptions,
  server: KubernetesServer,
): Promise<IssuedMachineKubeconfig> {
  const secret = buildMachineCredentialSecret(env, options.credentialId);
  const { metadata } = await createSecret(client, secret);
  try {
    const { status } = await client.request<TokenRequestAnswer>({
      method: 'POST',
      path: `${buildObjectPath(buildMachineServiceAccount(env))}/token`,
      body: {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: {
          // None: the API server's own, whatever its operator named it.
          audiences: [],
          expirationSeconds: options.lifetimeSeconds,
          boundObjectRef: {
            apiVersion: 'v1',
            kind: 'Secret',
            name: secret.metadata.name,
            uid: metadata.uid,
          },
        },
      },
    });
    return {
      kubeconfig: buildMachineKubeconfig(env, server, {
        id: options.credentialId,
        token: status.token,
      }),
      // Not what was asked for: an operator may have set a shorter maximum.
      expiresAt: new Date(status.expirationTimestamp).toISOString(),
      jti: readJti(status.token),
    };
  } catch (error) {
    // The first error is the one that matters; see the remarks for what may stay.
    await client.delete(secret).catch(() => {});
    throw error;
  }
}

/** @internal */
export async function revokeMachineCredential(
  client: KubernetesApiClient,
  env: ClusterEnvironment,
  credentialId: string,
): Promise<void> {
  await client.delete(buildMachineCredentialSecret(env, credentialId));
}

interface TokenRequestAnswer {
  status: { token: string; expirationTimestamp: string };
}

interface CreatedSecret {
  metadata: { uid: string };
}

async function createSecret(
  client: KubernetesApiClient,
  secret: ReturnType<typeof buildMachineCredentialSecret>,
): Promise<CreatedSecret> {
  try {
    return await client.create<CreatedSecret>(secret);
  } catch (error) {
    if (isApiError(error, 409, 'AlreadyExists')) {
      // Of an attempt whose answer was lost. The portal cannot read its uid, so a new one.
      await client.delete(secret);
      return client.create<CreatedSecret>(secret);
    }
    if (isApiError(error, 403) && error.message.includes('exceeded quota')) {
      throw new HostClusterQuotaError({
        reason: 'SecretQuotaFull',
        localizedMessage: {
          nl: 'Er is geen ruimte voor nog een machinetoegang: het quotum voor Secrets van dit cluster is vol. Verwijder eerst Secrets of trek een machinetoegang in.',
          en: 'There is no room for another machine credential: the quota for Secrets of this cluster is full. Delete Secrets or revoke a machine credential first.',
        },
      });
    }
    throw error;
  }
}

/** The token's id, from its middle part; the signature needs no check, it comes from the API server. */
function readJti(token: string): string | undefined {
  const payload = Buffer.from(token.split('.')[1] ?? '', 'base64url');
  const claims: { jti?: unknown } = JSON.parse(payload.toString());
  return typeof claims.jti === 'string' ? claims.jti : undefined;
}
