import type { ServerResponse } from 'node:http';
import type { JsonObject } from '@backstage/types';
import {
  ANNOTATION_OIN,
  ANNOTATION_TOOI_URI,
} from '@nerds/plugin-entity-model-common';
import {
  buildOrganisation,
  type Directory,
  type DirectoryFailure,
  OIN,
  TOOI_URI,
} from './Directory';
import { answerJson, LocalServer, type Question } from './LocalServer';

const REALM = '/admin/realms/organisatie';
const PAGE_SIZE = 2;
/** The group above the teams. */
const TOP = 'gemeente-keycloak';

/**
 * A Keycloak on this machine: speaks as much of its token endpoint and admin
 * API as reading people and groups asks for, as version 26 does.
 */
export class FakeKeycloak extends LocalServer implements Directory {
  organisation = buildOrganisation('keycloak');
  failure?: DirectoryFailure;
  readonly secret = 'alleen-voor-deze-keycloak';

  buildProviders(schedule: JsonObject): JsonObject {
    const proef = {
      baseUrl: this.origin,
      realm: 'organisatie',
      loginRealm: 'organisatie',
      clientId: 'nerds-directory',
      clientSecret: this.secret,
      userQuerySize: PAGE_SIZE,
      briefRepresentation: false,
      schedule,
    };
    return { keycloakOrg: { proef } };
  }

  protected answer(question: Question, response: ServerResponse): void {
    const { headers, url } = question;
    const login = `Basic ${btoa(`nerds-directory:${this.secret}`)}`;
    if (url.pathname === '/realms/organisatie/protocol/openid-connect/token') {
      if (headers.authorization !== login || this.failure === 'refused') {
        answerJson(response, 401, {
          error: 'unauthorized_client',
          error_description: 'Invalid client or Invalid client credentials',
        });
      } else {
        answerJson(response, 200, {
          access_token: buildToken(),
          expires_in: 60,
          token_type: 'Bearer',
        });
      }
    } else if (headers.authorization !== `Bearer ${buildToken()}`) {
      answerJson(response, 401, { error: 'HTTP 401 Unauthorized' });
    } else if (
      this.failure === 'half' &&
      /\/users\/?$/.test(url.pathname) &&
      Number(url.searchParams.get('first')) > 0
    ) {
      answerJson(response, 500, { error: 'unknown_error' });
    } else {
      const found = this.#find(url);
      answerJson(response, found === undefined ? 404 : 200, found ?? {});
    }
  }

  #find(url: URL): unknown {
    const { people } = this.organisation;
    if (url.pathname === '/admin/serverinfo') {
      return { systemInfo: { version: '26.7.3' } };
    }
    const [, resource, id, inner] = url.pathname
      .slice(REALM.length)
      .split('/')
      .map(decodeURIComponent);
    const names = Object.keys(people);
    if (resource === 'users') {
      return id === 'count'
        ? names.length
        : toPage(
            url,
            names.map(name => this.#toUser(name)),
          );
    }
    if (resource !== 'groups') return undefined;
    if (id === 'count') return { count: 1 };
    const isBrief = url.searchParams.get('briefRepresentation') !== 'false';
    if (!id) return toPage(url, [this.#toTop(isBrief)]);
    const name = id.replace('id-of-', '');
    if (name === TOP && !inner) return this.#toTop(isBrief);
    const members = this.organisation.teams[name]?.members ?? [];
    if (inner === 'members') {
      return toPage(
        url,
        members.map(member => this.#toUser(member)),
      );
    }
    if (inner === 'children') return toPage(url, this.#listGroups(name));
    return this.#toGroup(name);
  }

  #listGroups(parent: string) {
    const { teams } = this.organisation;
    return Object.keys(teams)
      .filter(name => (teams[name].parent ?? TOP) === parent)
      .map(name => this.#toGroup(name));
  }

  #toTop(isBrief: boolean): object {
    const attributes = {
      'nerds.overheid.nl/type': ['organization'],
      [ANNOTATION_TOOI_URI]: [TOOI_URI],
      [ANNOTATION_OIN]: [OIN],
    };
    return {
      id: `id-of-${TOP}`,
      name: TOP,
      path: `/${TOP}`,
      subGroupCount: this.#listGroups(TOP).length,
      subGroups: [],
      ...(!isBrief && { attributes }),
    };
  }

  #toGroup(name: string): object {
    const parent = this.organisation.teams[name].parent ?? TOP;
    return {
      id: `id-of-${name}`,
      name,
      path: `/${parent}/${name}`,
      parentId: `id-of-${parent}`,
      subGroupCount: this.#listGroups(name).length,
      subGroups: [],
    };
  }

  #toUser(username: string): object {
    const [firstName, ...rest] = this.organisation.people[username].split(' ');
    return {
      id: `id-of-${username}`,
      username,
      firstName,
      ...(rest.length > 0 && { lastName: rest.join(' ') }),
      email: `${username}@gemeente.example`,
      emailVerified: true,
      enabled: true,
    };
  }
}

function toPage<T>(url: URL, all: T[]): T[] {
  const first = Number(url.searchParams.get('first'));
  const max = Number(url.searchParams.get('max') ?? all.length);
  return all.slice(first, first + max);
}

/** The client reads when it ends, and nothing else. */
function buildToken(): string {
  const toPart = (part: object) =>
    Buffer.from(JSON.stringify(part)).toString('base64url');
  const claims = { exp: 4_000_000_000, azp: 'nerds-directory' };
  return `${toPart({ alg: 'none' })}.${toPart(claims)}.c2lnbmF0dXJl`;
}
