import { isError } from '@backstage/errors';
import { buildMachineRef } from '@nerds/plugin-machine-access-common';
import { decodeJwt, errors, jwtVerify, type JWTPayload } from 'jose';
import { OidcIssuer } from '../clients/oidc/OidcIssuer';
import { evaluateClaims } from '../domain/evaluateClaims';
import type { WorkloadIdentityOptions } from '../domain/WorkloadIdentityOptions';
import type { CredentialVerifier, Verdict } from './CredentialVerifier';

const KIND = 'workload-identity';

/**
 * Signatures with a public key only: with `HS…` whoever knows the public key
 * could sign, with `none` anybody.
 */
const ALGORITHMS = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
];

/** How far the clock of an issuer may be off. */
const CLOCK_TOLERANCE_SECONDS = 30;

/** A claim set that was proven true. */
type Proven = JWTPayload & { iat: number; exp: number };

/** Verifies the OIDC tokens of CI systems. @internal */
export class WorkloadVerifier implements CredentialVerifier {
  readonly #identities: WorkloadIdentityOptions[];
  readonly #issuers: Map<string, OidcIssuer>;
  readonly #now: () => Date;

  constructor(identities: WorkloadIdentityOptions[], now: () => Date) {
    this.#identities = identities;
    this.#now = now;
    this.#issuers = new Map(
      identities.map(identity => [
        identity.issuer,
        new OidcIssuer(identity, now),
      ]),
    );
  }

  async verify(credential: string): Promise<Verdict> {
    const claims = await this.#prove(credential);
    if (!claims) {
      return { accepted: false, kind: KIND, reason: 'invalid-token' };
    }
    const matching = this.#identities.filter(identity =>
      this.#isMatch(identity, claims),
    );
    if (matching.length !== 1) {
      // Two that match may be of two teams; which one is meant is not to guess.
      const reason =
        matching.length === 0 ? 'no-matching-identity' : 'ambiguous-identity';
      return { accepted: false, kind: KIND, reason };
    }
    const [{ id, team, permissions }] = matching;
    return {
      accepted: true,
      kind: KIND,
      id,
      scope: {
        principal: buildMachineRef(id),
        team,
        permissions,
        expiresAt: new Date(claims.exp * 1000).toISOString(),
      },
    };
  }

  /** @returns undefined when it is not a token that its issuer made and that counts now */
  async #prove(token: string): Promise<Proven | undefined> {
    const issuer = readIssuer(token);
    const known = issuer === undefined ? undefined : this.#issuers.get(issuer);
    if (!known) return undefined;
    try {
      const { payload } = await jwtVerify(token, known.getKey, {
        issuer,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp', 'iat', 'aud'],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        currentDate: this.#now(),
      });
      return payload as Proven;
    } catch (error) {
      if (isError(error) && error.name === 'ServiceUnavailableError') {
        throw error;
      }
      if (error instanceof errors.JOSEError || error instanceof TypeError) {
        // TypeError: a key of another type than the algorithm wants.
        return undefined;
      }
      throw error;
    }
  }

  #isMatch(identity: WorkloadIdentityOptions, claims: Proven): boolean {
    const audiences = Array.isArray(claims.aud) ? claims.aud : [claims.aud];
    const ageSeconds = this.#now().getTime() / 1000 - claims.iat;
    return (
      identity.issuer === claims.iss &&
      audiences.includes(identity.audience) &&
      ageSeconds <= identity.maxTokenAgeSeconds + CLOCK_TOLERANCE_SECONDS &&
      ageSeconds >= -CLOCK_TOLERANCE_SECONDS &&
      evaluateClaims(identity.claims, claims)
    );
  }
}

function readIssuer(token: string): string | undefined {
  try {
    return decodeJwt(token).iss;
  } catch {
    // No JWT at all, so of no issuer.
    return undefined;
  }
}
