import { createHash, timingSafeEqual } from 'node:crypto';
import { buildMachineRef } from '@nerds/plugin-machine-access-common';
import { parseMachineSecret } from '@nerds/plugin-machine-access-node';
import type { TokenStore } from '../database/TokenStore';
import { evaluateTokenState } from '../domain/MachineTokenRecord';
import type { CredentialVerifier, Verdict } from './CredentialVerifier';

const KIND = 'machine-token';

/** How exact "last used" is. */
const USE_INTERVAL_MS = 60 * 1000;

/**
 * What is kept of a secret.
 *
 * @remarks
 * A password needs a slow hash with salt, as people choose what can be guessed.
 * These are 256 bits from the random generator of the machine: nobody guesses
 * one, and two are never the same. A slow hash would only slow down every
 * request of every pipeline.
 *
 * @internal
 */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Verifies named tokens, and writes down that they were used. @internal */
export class TokenVerifier implements CredentialVerifier {
  constructor(
    private readonly store: TokenStore,
    private readonly now: () => Date,
  ) {}

  async verify(
    credential: string,
    origin: { address?: string },
  ): Promise<Verdict> {
    const id = parseMachineSecret(credential)?.id;
    const found = id ? await this.store.getTokenWithHash(id) : undefined;
    if (!found) return { accepted: false, kind: KIND, reason: 'unknown', id };
    const { token, secretHash } = found;
    const refusal = {
      accepted: false,
      kind: KIND,
      id: token.id,
      team: token.team,
    } as const;
    // Before the state: who does not have the secret does not hear of it.
    if (!timingSafeEqual(hashSecret(credential), secretHash)) {
      return { ...refusal, reason: 'wrong-secret' };
    }
    const now = this.now();
    const state = evaluateTokenState(token, now);
    if (state !== 'active') return { ...refusal, reason: state };
    await this.store.recordUse(token.id, {
      at: now,
      address: origin.address,
      unlessAfter: new Date(now.getTime() - USE_INTERVAL_MS),
    });
    return {
      accepted: true,
      kind: KIND,
      id: token.id,
      scope: {
        principal: buildMachineRef(token.id),
        team: token.team,
        permissions: token.permissions,
        expiresAt: token.expiresAt.toISOString(),
      },
    };
  }
}
