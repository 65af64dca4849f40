import type {
  MachineToken,
  MachineTokenRequest,
  WorkloadIdentity,
} from '@nerds/plugin-machine-access-common';
import type { MachineAccessApi } from '../api';
import { buildToken, inDays, PERMISSIONS } from './builders';
import { CallRecorder } from './CallRecorder';

/** The only secret a fake hands out. */
export const SECRET = 'nerds_only-shown-once';

/** Access of machines in memory; set its fields to what a test needs. */
export class FakeMachineAccessApi
  extends CallRecorder
  implements MachineAccessApi
{
  tokens: MachineToken[] = [];
  identities: WorkloadIdentity[] = [];

  listPermissions = () => this.answer('listPermissions', [], PERMISSIONS);
  listTokens = () => this.answer('listTokens', [], this.tokens);
  listWorkloadIdentities = () =>
    this.answer('listWorkloadIdentities', [], this.identities);

  async createToken(request: MachineTokenRequest) {
    const { lifetimeDays, ...rest } = request;
    const token = buildToken({
      ...rest,
      id: 'new',
      expiresAt: inDays(lifetimeDays),
      lastUsedAt: undefined,
    });
    const answer = await this.answer('createToken', [request], {
      token,
      secret: SECRET,
    });
    this.tokens = [...this.tokens, token];
    return answer;
  }

  async revokeToken(id: string) {
    await this.answer('revokeToken', [id], undefined);
    this.tokens = this.tokens.map(token =>
      token.id === id ? { ...token, state: 'revoked' } : token,
    );
  }
}
