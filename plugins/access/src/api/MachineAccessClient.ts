import {
  type ClientOptions,
  PortalHttpClient,
  type RequestOptions,
} from '@nerds/page-parts';
import type {
  CreatedMachineToken,
  GrantablePermission,
  MachineToken,
  MachineTokenRequest,
  WorkloadIdentity,
} from '@nerds/plugin-machine-access-common';
import type { MachineAccessApi } from './MachineAccessApi';

/** {@link MachineAccessApi} over HTTP. @public */
export class MachineAccessClient implements MachineAccessApi {
  private readonly http: PortalHttpClient;

  constructor(options: ClientOptions) {
    this.http = new PortalHttpClient('machine-access', options);
  }

  listPermissions(options?: RequestOptions) {
    return this.http.list<GrantablePermission>('/permissions', options);
  }

  listTokens(options?: RequestOptions) {
    return this.http.list<MachineToken>('/tokens', options);
  }

  createToken(request: MachineTokenRequest) {
    return this.http.request<CreatedMachineToken>('/tokens', {
      method: 'POST',
      body: request,
    });
  }

  async revokeToken(id: string) {
    await this.http.request<void>(`/tokens/${encodeURIComponent(id)}`, {
      method: 'DELETE',
    });
  }

  listWorkloadIdentities(options?: RequestOptions) {
    return this.http.list<WorkloadIdentity>('/workload-identities', options);
  }
}
