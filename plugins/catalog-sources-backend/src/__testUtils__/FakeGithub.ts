import type { ServerResponse } from 'node:http';
import type { JsonObject } from '@backstage/types';
import {
  buildOrganisation,
  type Directory,
  type DirectoryFailure,
} from './Directory';
import { answerJson, LocalServer, type Question } from './LocalServer';

const ORGANIZATION = 'gemeente';
const ORGANIZATION_ID = 4711;

/** An answer to one question, not to later ones. */
export type Hiccup = 'rate-limit' | 'bad-gateway';

interface Repository {
  /** Content of its `catalog-info.yaml`; a repository may have none. */
  file?: string;
  isArchived?: boolean;
  /** Nothing has been pushed yet. */
  isEmpty?: boolean;
  /** What it was called before; GitHub sends on from there. */
  isRenamed?: boolean;
}

interface GraphqlQuestion {
  query: string;
  variables: { org: string; cursor?: string; [name: string]: unknown };
}

/**
 * A GitHub Enterprise Server on this machine: speaks as much GraphQL and REST
 * as reading repositories, people and teams asks for, in the real format.
 */
export class FakeGithub extends LocalServer implements Directory {
  repositories: Record<string, Repository> = {};
  organisation = buildOrganisation('github');
  readonly secret = 'ghp_0nlyInThisTest';
  failure?: DirectoryFailure;
  /** What happens to the next questions, one each. */
  hiccups: Hiccup[] = [];

  get integration() {
    const apiBaseUrl = `${this.origin}/api/v3`;
    return { host: this.host, apiBaseUrl, token: this.secret };
  }

  buildProviders(schedule: JsonObject): JsonObject {
    const pageSizes = { teams: 2, teamMembers: 2, organizationMembers: 3 };
    const proef = {
      id: 'proef',
      githubUrl: this.origin,
      orgs: [ORGANIZATION],
      pageSizes,
      schedule,
    };
    return { githubOrg: [proef] };
  }

  protected answer(question: Question, response: ServerResponse): void {
    const { headers, url } = question;
    if (this.failure === 'silence') return;
    if (
      this.failure === 'refused' ||
      !/^(token|bearer) ghp_0nlyInThisTest$/i.test(headers.authorization ?? '')
    ) {
      answerJson(response, 401, {
        // A proxy that is in between may well repeat what it was given.
        message: `Bad credentials (${headers.authorization})`,
        documentation_url: 'https://docs.github.com/enterprise-server/rest',
        status: '401',
      });
    } else if (url.pathname === '/api/graphql') {
      this.#answerGraphql(JSON.parse(question.body), response);
    } else {
      this.#answerContents(url, response);
    }
  }

  #answerGraphql(question: GraphqlQuestion, response: ServerResponse): void {
    const hiccup = this.hiccups.shift();
    if (hiccup === 'bad-gateway') {
      response.statusCode = 502;
      response.end('<html><title>Unicorn!</title></html>');
      return;
    }
    if (hiccup === 'rate-limit') {
      response.setHeader('retry-after', '1');
      answerJson(response, 403, {
        message: 'You have exceeded a secondary rate limit.',
      });
      return;
    }
    const { query, variables } = question;
    if (this.failure === 'quota') {
      response.setHeader('x-ratelimit-remaining', '0');
      response.setHeader('x-ratelimit-reset', Math.floor(Date.now() / 1000));
      answerErrors(response, 'RATE_LIMITED', 'API rate limit exceeded');
      return;
    }
    if (this.failure === 'half' && variables.cursor) {
      answerErrors(response, 'INTERNAL', 'Something broke halfway');
      return;
    }
    const [, operation] = /query (\w+)/.exec(query) ?? [];
    const isKnown = variables.org === ORGANIZATION;
    const owner = isKnown ? this.#findOwner(operation, variables) : null;
    const field =
      operation === 'repositories' ? 'repositoryOwner' : 'organization';
    answerJson(response, 200, { data: { [field]: owner } });
  }

  #findOwner(operation: string, variables: GraphqlQuestion['variables']) {
    const { cursor } = variables;
    switch (operation) {
      case 'repositories': {
        const names = Object.keys(this.repositories);
        const size = Number(variables.repositoriesPageSize);
        const nodes = names.map(name => this.#toRepository(name));
        return {
          login: ORGANIZATION,
          repositories: toPage(nodes, size, cursor),
        };
      }
      case 'users': {
        const size = Number(variables.organizationMembersPageSize);
        const nodes = Object.keys(this.organisation.people).map(login =>
          this.#toUser(login),
        );
        return { membersWithRole: toPage(nodes, size, cursor) };
      }
      case 'teams': {
        const size = Number(variables.teamsPageSize);
        const nodes = Object.keys(this.organisation.teams).map(slug =>
          this.#toTeam(slug, Number(variables.membersPageSize)),
        );
        return { teams: toPage(nodes, size, cursor) };
      }
      case 'members': {
        const size = Number(variables.membersPageSize);
        const { members } = this.organisation.teams[String(variables.teamSlug)];
        const nodes = members.map(login => ({ login }));
        return { team: { members: toPage(nodes, size, cursor) } };
      }
      default:
        throw new Error(`This server does not know the query ${operation}`);
    }
  }

  #toRepository(name: string) {
    const { file, isArchived = false, isEmpty } = this.repositories[name];
    return {
      name,
      catalogInfoFile:
        file === undefined
          ? null
          : { __typename: 'Blob', id: `B_${name}`, text: file },
      url: `${this.origin}/${ORGANIZATION}/${name}`,
      isArchived,
      isFork: false,
      visibility: 'INTERNAL',
      repositoryTopics: { nodes: [{ topic: { name: 'common-ground' } }] },
      defaultBranchRef: isEmpty ? null : { name: 'main' },
    };
  }

  #toUser(login: string) {
    return {
      avatarUrl: `${this.origin}/avatars/${login}`,
      bio: null,
      email: `${login}@gemeente.example`,
      id: `U_${login}`,
      login,
      name: this.organisation.people[login] || null,
      organizationVerifiedDomainEmails: [],
    };
  }

  #toTeam(slug: string, membersSize: number) {
    const { members, parent } = this.organisation.teams[slug];
    return {
      slug,
      combinedSlug: `${ORGANIZATION}/${slug}`,
      name: slug.charAt(0).toUpperCase() + slug.slice(1),
      description: null,
      avatarUrl: `${this.origin}/avatars/t/${slug}`,
      editTeamUrl: `${this.origin}/orgs/${ORGANIZATION}/teams/${slug}/edit`,
      parentTeam: parent ? { slug: parent } : null,
      members: toPage(
        members.map(login => this.#toUser(login)),
        membersSize,
      ),
    };
  }

  #answerContents(url: URL, response: ServerResponse): void {
    const [, name, path] =
      /^\/api\/v3\/repos\/gemeente\/([^/]+)\/contents\/(.*)$/.exec(
        url.pathname,
      ) ?? [];
    const [, moved] =
      /^\/api\/v3\/repositories\/4711-([^/]+)\//.exec(url.pathname) ?? [];
    const repository = this.repositories[moved ?? name];
    if (repository?.isRenamed && !moved) {
      const location = `${this.origin}/api/v3/repositories/${ORGANIZATION_ID}-${name}/contents/${path}${url.search}`;
      response.setHeader('location', location);
      answerJson(response, 301, { message: 'Moved Permanently' });
    } else if (repository?.file === undefined) {
      answerJson(response, 404, { message: 'Not Found', status: '404' });
    } else {
      response.setHeader('content-type', 'application/vnd.github.v3.raw');
      response.end(repository.file);
    }
  }
}

function toPage<T>(all: T[], size: number, cursor?: string) {
  const start = cursor ? Number(atob(cursor)) : 0;
  const end = start + size;
  return {
    nodes: all.slice(start, end),
    pageInfo: { hasNextPage: end < all.length, endCursor: btoa(String(end)) },
  };
}

function answerErrors(
  response: ServerResponse,
  type: string,
  message: string,
): void {
  // GraphQL: what is wrong is in the answer, and the status is good.
  answerJson(response, 200, { errors: [{ type, message }] });
}
