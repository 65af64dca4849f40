import { once } from 'node:events';
import type { AddressInfo, Socket } from 'node:net';
import { createServer, type Server } from 'node:tls';
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
import {
  buildEntry,
  buildResult,
  OPERATIONS,
  parseRequest,
  splitMessage,
  type Attributes,
  type LdapRequest,
} from './LdapMessage';
import { TestAuthority } from './TestAuthority';

const BASE = 'dc=gemeente,dc=example';
const BIND_DN = `cn=nerds,ou=services,${BASE}`;
const PAGE_SIZE = 2;
const RESULTS = { sizeLimitExceeded: 4, invalidCredentials: 49, busy: 51 };
/** What the server gives at most when it is not asked for pages. */
const SIZE_LIMIT = 3;

const toPersonDn = (name: string) => `uid=${name},ou=people,${BASE}`;
const toTeamDn = (name: string) => `cn=${name},ou=teams,${BASE}`;

const toGroup = (name: string, member: string[]): Attributes => ({
  objectClass: ['top', 'groupOfNames'],
  cn: [name],
  description: [`Groep ${name}`],
  member,
});

/**
 * An LDAP server on this machine, over TLS: lets somebody in, and finds entries
 * page by page. The encoding is that of the client's library; which messages
 * there are and what is in them is written here after RFC 4511 and 2696.
 */
export class FakeLdap implements Directory {
  organisation = buildOrganisation('ldap');
  failure?: DirectoryFailure;
  /** People who are in the directory twice, in different places. */
  doubles: string[] = [];
  readonly secret = 'alleen-voor-deze-ldap';
  readonly #sockets = new Set<Socket>();
  #authority?: TestAuthority;
  #server?: Server;
  #port = 0;

  async start(): Promise<void> {
    this.#authority = await TestAuthority.create({ ip: ['127.0.0.1'] });
    this.#server = createServer(this.#authority.tls, socket =>
      this.#serve(socket),
    );
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    this.#port = (this.#server.address() as AddressInfo).port;
  }

  async stop(): Promise<void> {
    await this.goDown();
    this.#authority?.distrust();
  }

  async goDown(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise(resolve => {
      this.#server?.close(resolve);
    });
  }

  buildProviders(schedule: JsonObject): JsonObject {
    const paged = { pageSize: PAGE_SIZE };
    const isGroup = { filter: '(objectClass=groupOfNames)', scope: 'sub' };
    const proef = {
      target: `ldaps://127.0.0.1:${this.#port}`,
      bind: { dn: BIND_DN, secret: this.secret },
      users: [
        {
          dn: `ou=people,${BASE}`,
          options: { filter: '(uid=*)', scope: 'sub', paged },
          map: { name: 'uid', displayName: 'cn', email: 'mail' },
        },
      ],
      groups: [
        {
          dn: `ou=teams,${BASE}`,
          options: { ...isGroup, paged },
          set: { 'spec.type': 'team' },
          map: { name: 'cn', displayName: 'description' },
        },
        {
          dn: `cn=gemeente-ldap,ou=organisations,${BASE}`,
          options: { ...isGroup, scope: 'base', paged },
          set: {
            'spec.type': 'organization',
            'metadata.annotations': {
              [ANNOTATION_TOOI_URI]: TOOI_URI,
              [ANNOTATION_OIN]: OIN,
            },
          },
          map: { name: 'cn', displayName: 'description' },
        },
      ],
      schedule,
    };
    return { ldapOrg: { proef } };
  }

  #serve(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('close', () => this.#sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    let waiting: Buffer = Buffer.alloc(0);
    socket.on('data', chunk => {
      waiting = Buffer.concat([waiting, chunk]);
      for (;;) {
        const parts = splitMessage(waiting);
        if (!parts) return;
        waiting = parts[1];
        this.#answer(parseRequest(parts[0]), socket);
      }
    });
  }

  #answer({ id, bind, search }: LdapRequest, socket: Socket): void {
    if (bind) {
      const isRefused =
        this.failure === 'refused' ||
        bind.dn !== BIND_DN ||
        bind.password !== this.secret;
      const operation = OPERATIONS.bindResponse;
      const code = isRefused ? RESULTS.invalidCredentials : 0;
      socket.write(buildResult({ id, operation, code }));
    } else if (search) {
      this.#answerSearch(id, search, socket);
    }
  }

  #answerSearch(
    id: number,
    { base, filter, page }: NonNullable<LdapRequest['search']>,
    socket: Socket,
  ): void {
    const operation = OPERATIONS.searchDone;
    const start = Number(page?.cookie ?? 0);
    if (this.failure === 'half' && start > 0) {
      socket.write(buildResult({ id, operation, code: RESULTS.busy }));
      return;
    }
    const found = this.#list(base).filter(([, attributes]) => {
      const values = attributes[filter.attribute];
      return filter.value ? values?.includes(filter.value) : values;
    });
    const end = start + (page?.size ?? SIZE_LIMIT);
    for (const [dn, attributes] of found.slice(start, end)) {
      socket.write(
        buildEntry(id, dn, {
          ...attributes,
          entryDN: [dn],
          entryUUID: [`uuid of ${dn}`],
        }),
      );
    }
    const hasMore = end < found.length;
    const code = hasMore && !page ? RESULTS.sizeLimitExceeded : 0;
    const cookie = page && (hasMore ? String(end) : '');
    socket.write(buildResult({ id, operation, code, cookie }));
  }

  #list(base: string): [dn: string, attributes: Attributes][] {
    const { people, teams } = this.organisation;
    // What a server tells about itself.
    if (base === '') {
      return [['', { objectclass: ['top'], namingContexts: [BASE] }]];
    }
    if (base.startsWith('ou=people,')) {
      const twice = this.doubles.map(name => `${name},ou=extern`);
      return [...Object.keys(people), ...twice].map(place => {
        const [name] = place.split(',');
        const attributes = {
          objectClass: ['top', 'inetOrgPerson'],
          uid: [name],
          cn: [people[name]],
          mail: [`${name}@gemeente.example`],
        };
        return [toPersonDn(place), attributes];
      });
    }
    if (base.startsWith('ou=teams,')) {
      return Object.keys(teams).map(name => [
        toTeamDn(name),
        toGroup(name, [
          ...teams[name].members.map(toPersonDn),
          ...this.#listBelow(name),
        ]),
      ]);
    }
    return [[base, toGroup('gemeente-ldap', this.#listBelow(undefined))]];
  }

  #listBelow(parent: string | undefined): string[] {
    const { teams } = this.organisation;
    return Object.keys(teams)
      .filter(name => teams[name].parent === parent)
      .map(toTeamDn);
  }
}
