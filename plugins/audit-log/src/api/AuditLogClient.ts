import type {
  AppLanguageApi,
  DiscoveryApi,
  FetchApi,
} from '@backstage/frontend-plugin-api';
import type {
  AuditEventPage,
  AuditVerification,
} from '@nerds/plugin-audit-log-common';
import type {
  AuditEventQuery,
  AuditExportFormat,
  AuditLogApi,
  AuditLogRequestOptions,
} from './AuditLogApi';
import { AuditLogApiError, type AuditLogProblem } from './AuditLogApiError';

/** Small enough to be there at once, and about what fits a few screens. */
const PAGE_SIZE = 50;

interface Call extends AuditLogRequestOptions {
  method?: 'GET' | 'POST';
  /** Media types that the answer may have. */
  accept?: string;
}

/** {@link AuditLogApi} over HTTP. @public */
export class AuditLogClient implements AuditLogApi {
  private readonly discoveryApi: DiscoveryApi;
  private readonly fetchApi: FetchApi;
  private readonly appLanguageApi: AppLanguageApi;

  constructor(options: {
    discoveryApi: DiscoveryApi;
    fetchApi: FetchApi;
    appLanguageApi: AppLanguageApi;
  }) {
    this.discoveryApi = options.discoveryApi;
    this.fetchApi = options.fetchApi;
    this.appLanguageApi = options.appLanguageApi;
  }

  async listEvents(
    query: AuditEventQuery,
    cursor?: string,
    options?: AuditLogRequestOptions,
  ): Promise<AuditEventPage> {
    const parameters = toParameters({
      ...query,
      limit: `${PAGE_SIZE}`,
      cursor,
    });
    const response = await this.request(`/events?${parameters}`, options);
    return (await response.json()) as AuditEventPage;
  }

  async exportEvents(
    query: AuditEventQuery,
    format: AuditExportFormat,
  ): Promise<Blob> {
    const parameters = toParameters({ format, ...query });
    const response = await this.request(`/events/export?${parameters}`, {
      accept: 'text/csv, application/jsonl, application/problem+json',
    });
    return response.blob();
  }

  async verifyChain(): Promise<AuditVerification> {
    const response = await this.request('/verifications', { method: 'POST' });
    return (await response.json()) as AuditVerification;
  }

  private async request(path: string, call: Call = {}): Promise<Response> {
    const baseUrl = await this.discoveryApi.getBaseUrl('audit-log');
    const { method = 'GET', accept = 'application/json', signal } = call;
    const response = await this.fetchApi.fetch(`${baseUrl}/v1${path}`, {
      method,
      signal,
      headers: {
        Accept: accept,
        'Accept-Language': this.appLanguageApi.getLanguage().language,
      },
    });
    if (!response.ok) {
      throw new AuditLogApiError(response.status, await readProblem(response));
    }
    return response;
  }
}

function toParameters(
  values: Record<string, string | undefined>,
): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value) parameters.set(name, value);
  }
  return parameters;
}

/** A proxy in between may answer an HTML page; that is no problem document. */
async function readProblem(
  response: Response,
): Promise<AuditLogProblem | undefined> {
  try {
    const body: unknown = await response.json();
    return typeof body === 'object' && body !== null && 'detail' in body
      ? (body as AuditLogProblem)
      : undefined;
  } catch {
    // Accepted loss: the status alone still tells the page what to show.
    return undefined;
  }
}
