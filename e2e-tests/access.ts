import { expect, type APIRequestContext } from '@playwright/test';
import { openApi } from './clusters';
import type { DemoAccount } from './session';

const BURGERZAKEN = 'group:default/burgerzaken';

async function listItems<T>(api: APIRequestContext, path: string) {
  const response = await api.get(path);
  expect(response.status(), path).toBe(200);
  return (await response.json()).items as T[];
}

/** Takes back every role that was given in the portal to a person. */
export async function revokeRolesOf(account: DemoAccount) {
  const api = await openApi('administrator');
  const roles = await listItems<{ grants: { id?: string; subject: string }[] }>(
    api,
    '/api/access/v1/roles',
  );
  for (const { id, subject } of roles.flatMap(({ grants }) => grants)) {
    if (id && subject === `user:default/${account}`) {
      await api.delete(`/api/access/v1/role-grants/${id}`);
    }
  }
  await api.dispose();
}

/** Makes a person a second team lead of burgerzaken: nobody decides about the own access. */
export async function makeTeamLead(account: DemoAccount) {
  const api = await openApi('administrator');
  const response = await api.post('/api/access/v1/role-grants', {
    data: {
      role: 'team-lead',
      subject: `user:default/${account}`,
      team: BURGERZAKEN,
      reason: 'Vervangt de teamleider',
    },
  });
  expect(response.status()).toBe(201);
  await api.dispose();
}

/** Makes a token for a pipeline of burgerzaken; the answer is its secret. */
export async function createToken(name: string): Promise<string> {
  const api = await openApi('dev-burgerzaken');
  const response = await api.post('/api/machine-access/v1/tokens', {
    data: {
      name,
      team: BURGERZAKEN,
      permissions: ['free-tier.cluster.read'],
      lifetimeDays: 1,
    },
  });
  expect(response.status()).toBe(201);
  const { secret } = await response.json();
  await api.dispose();
  return secret;
}

/** Revokes every token of burgerzaken. */
export async function revokeTokens() {
  const api = await openApi('dev-burgerzaken');
  const tokens = await listItems<{ id: string }>(
    api,
    '/api/machine-access/v1/tokens?state=active',
  );
  for (const { id } of tokens) {
    await api.delete(`/api/machine-access/v1/tokens/${id}`);
  }
  await api.dispose();
}

/** Confirms everything in open reviews of burgerzaken and completes them. */
export async function completeReviews(leads: DemoAccount[]) {
  const apis = await Promise.all(leads.map(openApi));
  const open = await listItems<{ id: string }>(
    apis[0],
    `/api/access/v1/reviews?state=open&team=${encodeURIComponent(BURGERZAKEN)}`,
  );
  for (const { id } of open) {
    const path = `/api/access/v1/reviews/${id}`;
    for (const api of apis) {
      // the rights of who was just made team lead count within seconds
      await expect
        .poll(async () => (await api.get(path)).status(), { timeout: 30_000 })
        .toBe(200);
      // completing looks again, so what came in since has to be decided too
      const { items } = await (await api.post(`${path}/refreshes`)).json();
      const decisions = items
        .filter((item: { decision?: string; isOwn?: boolean }) => {
          return !item.decision && !item.isOwn;
        })
        .map((item: { id: string }) => ({
          itemId: item.id,
          decision: 'confirm',
        }));
      if (decisions.length > 0) {
        await api.post(`${path}/decisions`, { data: { items: decisions } });
      }
    }
    expect((await apis[0].post(`${path}/completion`)).status()).toBe(200);
  }
  await Promise.all(apis.map(api => api.dispose()));
}
