import { expect, type APIResponse } from '@playwright/test';
import type { Caller } from './callers';

/**
 * Tries for real what a permission allows.
 *
 * @param ref - the thing; nothing for what is not about a thing
 * @returns whether the caller was let through
 */
export type Probe = (caller: Caller, ref: string) => Promise<boolean>;

/** How an API says no: forbidden, or not there for this caller. */
const REFUSED = [403, 404];

function wasLetThrough(response: APIResponse, expected: number[]): boolean {
  const status = response.status();
  if (expected.includes(status)) return true;
  expect(REFUSED, `${response.url()} answered ${status}`).toContain(status);
  return false;
}

const FREE_TIER = '/api/free-tier/v1';
const ACCESS = '/api/access/v1';
const MACHINE_ACCESS = '/api/machine-access/v1';
const AUDIT_LOG = '/api/audit-log/v1';
const SEARCH = '/api/search/v1';
const SOURCES = '/api/catalog-sources/v1/sources';
const UNKNOWN_ID = '0d9c4f0e-5f3a-4b7e-9a52-6f1f6f7f2a11';

async function isOffered({ api }: Caller, action: string): Promise<boolean> {
  const response = await api.get(
    '/api/free-tier/.backstage/actions/v1/actions',
  );
  expect(response.status()).toBe(200);
  const { actions } = (await response.json()) as { actions: { id: string }[] };
  return actions.some(({ id }) => id === action);
}

/** What changes nothing, or nothing that another probe needs. In this order. */
export const PROBES: Record<string, Probe> = {
  'free-tier.offer.read': async ({ api }) =>
    wasLetThrough(await api.get(`${FREE_TIER}/tiers`), [200]),
  'free-tier.action.read': caller =>
    isOffered(caller, 'free-tier:list-clusters'),
  'free-tier.action.delete': caller =>
    isOffered(caller, 'free-tier:delete-cluster'),
  'free-tier.cluster.create': async ({ api, team }) =>
    wasLetThrough(
      await api.post(`${FREE_TIER}/cluster-checks`, {
        data: { name: 'proef', owner: team },
      }),
      [200],
    ),
  'free-tier.cluster.read': async ({ api }, id) =>
    wasLetThrough(await api.get(`${FREE_TIER}/clusters/${id}`), [200]),
  'free-tier.cluster.connect': async ({ api }, id) =>
    wasLetThrough(
      await api.post(`${FREE_TIER}/clusters/${id}/kubeconfigs`, {
        data: { kind: 'person' },
      }),
      // not ready yet, or the region is off: allowed all the same
      [201, 409, 503],
    ),
  'free-tier.cluster.update': async ({ api }, id) =>
    wasLetThrough(
      await api.post(`${FREE_TIER}/clusters/${id}/retries`),
      // it has not failed
      [409],
    ),

  'catalog.entity.read': async ({ api }, ref) =>
    wasLetThrough(
      await api.get(`/api/catalog/entities/by-name/${ref.replace(':', '/')}`),
      [200],
    ),
  'catalog.entity.refresh': async ({ api }, entityRef) =>
    wasLetThrough(
      await api.post('/api/catalog/refresh', { data: { entityRef } }),
      [200],
    ),
  'scaffolder.task.read': async ({ api }, id) =>
    wasLetThrough(await api.get(`/api/scaffolder/v2/tasks/${id}`), [200]),

  'access.role.read': async ({ api }) =>
    wasLetThrough(await api.get(`${ACCESS}/roles`), [200]),
  'access.role.grant': async ({ api, user }) => {
    const response = await api.post(`${ACCESS}/role-grants`, {
      data: {
        role: 'data-owner',
        subject: 'user:default/matrix',
        reason: `Rechten van ${user} nagaan`,
      },
    });
    const isAllowed = wasLetThrough(response, [201]);
    if (isAllowed) {
      const { id } = await response.json();
      await api.delete(`${ACCESS}/role-grants/${id}`);
    }
    return isAllowed;
  },
  'access.role.revoke': async ({ api }) => {
    const response = await api.delete(`${ACCESS}/role-grants/${UNKNOWN_ID}`);
    expect(REFUSED).toContain(response.status());
    return response.status() === 404;
  },
  'access.review.read': async ({ api }, id) =>
    wasLetThrough(await api.get(`${ACCESS}/reviews/${id}`), [200]),
  'access.review.decide': async ({ api }, id) =>
    wasLetThrough(await api.post(`${ACCESS}/reviews/${id}/refreshes`), [200]),

  'machine-access.token.read': async ({ api }, id) =>
    wasLetThrough(await api.get(`${MACHINE_ACCESS}/tokens/${id}`), [200]),
  'machine-access.token.create': async ({ api, team }) =>
    wasLetThrough(
      await api.post(`${MACHINE_ACCESS}/tokens`, {
        data: {
          name: `matrix-${Date.now()}`,
          team,
          permissions: ['free-tier.cluster.read'],
          lifetimeDays: 1,
        },
      }),
      [201],
    ),

  'audit-log.event.read': async ({ api }, sequence) => {
    const response = await api.get(`${AUDIT_LOG}/events`, {
      params: { act: 'free-tier.cluster-create', limit: '200' },
    });
    if (!wasLetThrough(response, [200])) return false;
    const { items } = (await response.json()) as {
      items: { sequence: number }[];
    };
    return items.some(event => String(event.sequence) === sequence);
  },
  'audit-log.verify': async ({ api }) =>
    wasLetThrough(await api.post(`${AUDIT_LOG}/verifications`), [200]),

  'search.zero-result.read': async ({ api }) =>
    wasLetThrough(await api.get(`${SEARCH}/zero-results`), [200]),
  'catalog-sources.source.read': async ({ api }) =>
    wasLetThrough(await api.get(SOURCES), [200]),
  // who may is told that there is no such source
  'catalog-sources.run.read': async ({ api }) =>
    wasLetThrough(await api.get(`${SOURCES}/${UNKNOWN_ID}/runs`), [404]),
  'catalog-sources.run.create': async ({ api }) =>
    wasLetThrough(await api.post(`${SOURCES}/${UNKNOWN_ID}/runs`), [404]),
};

/** What takes the thing away: to be tried last, and first by who may not. */
export const ENDING_PROBES: Record<string, Probe> = {
  'machine-access.token.revoke': async ({ api }, id) =>
    wasLetThrough(await api.delete(`${MACHINE_ACCESS}/tokens/${id}`), [204]),
  'free-tier.cluster.delete': async ({ api }, id) =>
    wasLetThrough(await api.delete(`${FREE_TIER}/clusters/${id}`), [202]),
};
