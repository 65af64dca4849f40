import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, request, type APIRequestContext } from '@playwright/test';
import type { DemoAccount } from './session';

const NERDS = path.resolve(__dirname, '../nerds');

/** The portal's API as a script of that person uses it. */
export async function openApi(
  account: DemoAccount,
): Promise<APIRequestContext> {
  const { stdout } = await promisify(execFile)(NERDS, ['token', account]);
  const token = stdout.trim().split('\n').at(-1);
  return request.newContext({
    baseURL: process.env.PORTAL_BASE_URL ?? 'http://localhost:7007',
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
}

/** Empties the clusters of a person's teams, so that a journey finds places free. */
export async function deleteClustersOf(account: DemoAccount) {
  const api = await openApi(account);
  const list = async () =>
    (await (await api.get('/api/free-tier/v1/clusters')).json()).items as {
      id: string;
      state: string;
    }[];
  for (const cluster of await list()) {
    await api.delete(`/api/free-tier/v1/clusters/${cluster.id}`);
  }
  await expect.poll(list, { timeout: 90_000 }).toEqual([]);
  await api.dispose();
}
