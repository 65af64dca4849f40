import { expect, request, type APIRequestContext } from '@playwright/test';
import type { MatrixColumn } from '../../plugins/permission-backend-module-nerds/src/reference/accessMatrix';
import { openApi } from '../clusters';
import type { DemoAccount } from '../session';

/** Somebody with one role, and the things that are of the own team or person. */
export interface Caller {
  api: APIRequestContext;
  /** Entity ref. */
  user: string;
  /** Entity ref. */
  team: string;
}

/** Of every role one; and `neighbour`, a developer of another team than all of them. */
export type Callers = Record<MatrixColumn | 'neighbour', Caller>;

const PEOPLE: Record<
  Exclude<keyof Callers, 'machine'>,
  { account: DemoAccount; team: string }
> = {
  developer: { account: 'dev-burgerzaken', team: 'burgerzaken' },
  'team-lead': { account: 'lead-burgerzaken', team: 'burgerzaken' },
  'data-owner': { account: 'data-owner', team: 'data-en-analyse' },
  'platform-engineer': { account: 'platform-engineer', team: 'platform' },
  auditor: { account: 'auditor', team: 'auditors' },
  administrator: { account: 'administrator', team: 'portal-beheer' },
  neighbour: { account: 'dev-vergunningen', team: 'vergunningen' },
};

/** Signs everybody in, and makes a token for a machine that may all that a machine can. */
export async function openCallers(): Promise<Callers> {
  const people = await Promise.all(
    Object.entries(PEOPLE).map(async ([column, { account, team }]) => [
      column,
      {
        api: await openApi(account),
        user: `user:default/${account}`,
        team: `group:default/${team}`,
      },
    ]),
  );
  const callers = Object.fromEntries(people) as Callers;
  return { ...callers, machine: await openMachine(callers.developer) };
}

async function openMachine({ api, team }: Caller): Promise<Caller> {
  const grantable = await api.get('/api/machine-access/v1/permissions');
  const { items } = (await grantable.json()) as { items: { name: string }[] };
  const created = await api.post('/api/machine-access/v1/tokens', {
    data: {
      name: `matrix-${Date.now()}`,
      team,
      permissions: items.map(({ name }) => name),
      lifetimeDays: 1,
    },
  });
  expect(created.status(), await created.text()).toBe(201);
  const { token, secret } = await created.json();
  return {
    api: await request.newContext({
      baseURL: process.env.PORTAL_BASE_URL ?? 'http://localhost:7007',
      extraHTTPHeaders: { authorization: `Bearer ${secret}` },
    }),
    user: `user:machine/${token.id}`,
    team,
  };
}
