import { randomBytes } from 'node:crypto';
import type { MachineTokenRequest } from '@nerds/plugin-machine-access-common';
import { createMachineSecret } from '@nerds/plugin-machine-access-node';
import type { TokenQuery, TokenStore } from '../database/TokenStore';
import { buildTokenId } from '../domain/buildTokenId';
import {
  evaluateTokenState,
  type MachineTokenRecord,
} from '../domain/MachineTokenRecord';
import { problems } from '../domain/problems';
import type { WorkloadIdentityOptions } from '../domain/WorkloadIdentityOptions';
import { hashSecret } from './TokenVerifier';
import type {
  Caller,
  CreatedToken,
  TokenService,
  TokenView,
} from './TokenService';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Makes, shows and revokes tokens, for whoever got this far. @internal */
export class DefaultTokenService implements TokenService {
  readonly #store: TokenStore;
  readonly #identities: WorkloadIdentityOptions[];
  readonly #now: () => Date;

  constructor(options: {
    store: TokenStore;
    identities: WorkloadIdentityOptions[];
    now: () => Date;
  }) {
    this.#store = options.store;
    this.#identities = options.identities;
    this.#now = options.now;
  }

  async listTokens(query: TokenQuery): Promise<TokenView[]> {
    const tokens = await this.#store.listTokens(query, this.#now());
    return tokens.map(token => this.#toView(token));
  }

  async getToken(id: string): Promise<TokenView> {
    const [token] = await this.#store.getTokens([id]);
    return this.#toView(this.#require(token, id));
  }

  async createToken(
    request: MachineTokenRequest,
    caller: Caller,
  ): Promise<CreatedToken> {
    const { name, team, purpose, permissions, lifetimeDays } = request;
    const id = this.#chooseId(name);
    const secret = createMachineSecret(id);
    const createdAt = this.#now();
    const token = await this.#store.insertToken({
      id,
      name,
      team,
      purpose,
      permissions,
      createdBy: caller.userEntityRef,
      createdAt,
      expiresAt: new Date(createdAt.getTime() + lifetimeDays * DAY_MS),
      secretHash: hashSecret(secret),
    });
    if (!token) {
      throw problems.conflict(
        problems.finding('name', 'token-name-taken', { name }),
      );
    }
    return { view: this.#toView(token), secret };
  }

  async revokeToken(id: string, caller: Caller): Promise<TokenView> {
    const token = await this.#store.revokeToken(id, {
      by: caller.userEntityRef,
      at: this.#now(),
    });
    return this.#toView(this.#require(token, id));
  }

  async listWorkloadIdentities(): Promise<WorkloadIdentityOptions[]> {
    return this.#identities;
  }

  /** Tokens and workload identities act under names of one namespace. */
  #chooseId(name: string): string {
    const id = buildTokenId(name, randomBytes(6));
    const isTaken = this.#identities.some(identity => identity.id === id);
    return isTaken ? this.#chooseId(name) : id;
  }

  #require(
    token: MachineTokenRecord | undefined,
    id: string,
  ): MachineTokenRecord {
    if (!token) throw problems.problem(404, 'token-not-found', { id });
    return token;
  }

  #toView(token: MachineTokenRecord): TokenView {
    const state = evaluateTokenState(token, this.#now());
    return { token, state, actions: { revoke: state === 'active' } };
  }
}
