import type { ServerResponse } from 'node:http';
import type { JsonObject } from '@backstage/types';
import {
  buildOrganisation,
  type Directory,
  type DirectoryFailure,
} from './Directory';
import { answerJson, LocalServer, type Question } from './LocalServer';
import { LoginProxy } from './LoginProxy';

const TENANT = '0d2c4a34-7f4e-4b0e-9c39-5a4f6c1d2e30';
const CLIENT = '5b9c7e9a-3c1f-4f55-8a55-0f1f3f1b7c11';
const TOKEN = 'token-van-graph';
const PAGE_SIZE = 2;

const USER_FILTER = "accountEnabled eq true and userType eq 'member'";
const GROUP_FILTER = 'securityEnabled eq true';

const toUser =
  ({ people }: { people: Record<string, string> }) =>
  (name: string) => ({
    '@odata.type': '#microsoft.graph.user',
    id: `id-of-${name}`,
    displayName: people[name],
    mail: `${name}@gemeente.example`,
    userPrincipalName: `${name}@gemeente.example`,
    accountEnabled: true,
  });

const toGroup = (name: string) => ({
  '@odata.type': '#microsoft.graph.group',
  id: `id-of-${name}`,
  displayName: name,
  description: null,
  mail: null,
  mailNickname: `${name}-1`,
  securityEnabled: true,
});

/**
 * An Entra ID on this machine: its token endpoint, and as much of Microsoft
 * Graph as reading people and groups asks for, in the real format.
 */
export class FakeEntra extends LocalServer implements Directory {
  organisation = buildOrganisation('entra');
  failure?: DirectoryFailure;
  readonly secret = 'alleen~voor~deze~Entra';
  readonly #login = new LoginProxy();

  async start(): Promise<void> {
    await super.start();
    await this.#login.start((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        const body = new URLSearchParams(Buffer.concat(chunks).toString());
        this.#answerLogin(request.url ?? '', body, response);
      });
    });
  }

  async stop(): Promise<void> {
    await super.stop();
    // Not when it goes down: the sign-in is another service.
    this.#login.stop();
  }

  buildProviders(schedule: JsonObject): JsonObject {
    const proef = {
      target: `${this.origin}/v1.0`,
      tenantId: TENANT,
      clientId: CLIENT,
      clientSecret: this.secret,
      user: { filter: USER_FILTER, loadPhotos: false },
      group: { filter: GROUP_FILTER },
      schedule,
    };
    return { microsoftGraphOrg: { proef } };
  }

  protected answer({ headers, url }: Question, response: ServerResponse): void {
    if (headers.authorization !== `Bearer ${TOKEN}`) {
      answerError(response, 401, 'InvalidAuthenticationToken');
      return;
    }
    const [, , resource, id, inner] = url.pathname.split('/');
    const page = Number(url.searchParams.get('$skiptoken') ?? 0);
    if (this.failure === 'half' && resource === 'users' && page > 0) {
      answerError(response, 503, 'serviceNotAvailable');
    } else if (resource === 'organization' && id === TENANT) {
      answerJson(response, 200, {
        id: TENANT,
        displayName: 'Gemeente Voorbeeld',
      });
    } else if (resource === 'users' && hasFilter(url, USER_FILTER)) {
      const names = Object.keys(this.organisation.people);
      this.#answerPage(url, response, names.map(toUser(this.organisation)));
    } else if (inner === 'members') {
      this.#answerPage(url, response, this.#listMembers(id));
    } else if (resource === 'groups' && hasFilter(url, GROUP_FILTER)) {
      const names = Object.keys(this.organisation.teams);
      this.#answerPage(url, response, names.map(toGroup));
    } else {
      answerError(response, 400, 'BadRequest');
    }
  }

  #listMembers(groupId: string): object[] {
    const { teams } = this.organisation;
    const name = groupId.replace('id-of-', '');
    const below = Object.keys(teams).filter(
      team => teams[team].parent === name,
    );
    return [
      ...teams[name].members.map(toUser(this.organisation)),
      ...below.map(toGroup),
    ];
  }

  #answerPage(url: URL, response: ServerResponse, all: object[]): void {
    const start = Number(url.searchParams.get('$skiptoken') ?? 0);
    const end = start + PAGE_SIZE;
    const next = new URL(url);
    next.searchParams.set('$skiptoken', String(end));
    answerJson(response, 200, {
      '@odata.context': `${this.origin}/v1.0/$metadata#directoryObjects`,
      ...(end < all.length && { '@odata.nextLink': next.href }),
      value: all.slice(start, end),
    });
  }

  #answerLogin(
    path: string,
    form: URLSearchParams,
    response: ServerResponse,
  ): void {
    const base = `https://login.microsoftonline.com/${TENANT}`;
    if (path.includes('/.well-known/openid-configuration')) {
      answerJson(response, 200, {
        issuer: `${base}/v2.0`,
        authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
        token_endpoint: `${base}/oauth2/v2.0/token`,
        jwks_uri: `${base}/discovery/v2.0/keys`,
      });
    } else if (
      this.failure === 'refused' ||
      form.get('grant_type') !== 'client_credentials' ||
      form.get('client_id') !== CLIENT ||
      form.get('client_secret') !== this.secret
    ) {
      answerJson(response, 401, {
        error: 'invalid_client',
        error_description: `AADSTS7000215: Invalid client secret provided: ${form.get(
          'client_secret',
        )}`,
        error_codes: [7000215],
      });
    } else {
      answerJson(response, 200, {
        token_type: 'Bearer',
        expires_in: 3599,
        ext_expires_in: 3599,
        access_token: TOKEN,
      });
    }
  }
}

function hasFilter(url: URL, filter: string): boolean {
  return url.searchParams.get('$filter') === filter;
}

function answerError(
  response: ServerResponse,
  status: number,
  code: string,
): void {
  const error = { code, message: `${code} of Graph`, innerError: {} };
  answerJson(response, status, { error });
}
