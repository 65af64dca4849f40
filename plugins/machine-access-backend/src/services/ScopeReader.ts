import {
  buildMachineRef,
  type MachineScope,
} from '@nerds/plugin-machine-access-common';
import type { TokenStore } from '../database/TokenStore';
import { evaluateTokenState } from '../domain/MachineTokenRecord';
import type { WorkloadIdentityOptions } from '../domain/WorkloadIdentityOptions';

/** How long an answer about a workload identity may be believed; the identity itself has no end. */
const WORKLOAD_SCOPE_MS = 5 * 60 * 1000;

/** Says what a machine may do now. @internal */
export class ScopeReader {
  constructor(
    private readonly options: {
      store: TokenStore;
      identities: WorkloadIdentityOptions[];
      now: () => Date;
    },
  ) {}

  /** @param principal - entity ref, `user:machine/<id>` */
  async getScope(principal: string): Promise<MachineScope | undefined> {
    const { store, identities, now } = this.options;
    const id = principal.slice(buildMachineRef('').length);
    if (principal !== buildMachineRef(id) || id === '') return undefined;
    const identity = identities.find(known => known.id === id);
    if (identity) {
      const { team, permissions } = identity;
      const expiresAt = new Date(now().getTime() + WORKLOAD_SCOPE_MS);
      return {
        principal,
        team,
        permissions,
        expiresAt: expiresAt.toISOString(),
      };
    }
    const [token] = await store.getTokens([id]);
    if (!token || evaluateTokenState(token, now()) !== 'active') {
      return undefined;
    }
    const { team, permissions, expiresAt } = token;
    return {
      principal,
      team,
      permissions,
      expiresAt: expiresAt.toISOString(),
    };
  }
}
