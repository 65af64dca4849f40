import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type APIRequestContext } from '@playwright/test';
import type { Permission } from '@backstage/plugin-permission-common';

const BACKEND = path.resolve(__dirname, '../../packages/backend');

/** Ids of the plugins that the backend is made of. */
function listPluginIds(): string[] {
  const source = readFileSync(path.join(BACKEND, 'src/index.ts'), 'utf8');
  const packages = [...source.matchAll(/import\(\s*'([^']+)'/g)].map(
    match => match[1],
  );
  const ids = packages.flatMap((name): string[] => {
    const file = require.resolve(`${name}/package.json`, { paths: [BACKEND] });
    return JSON.parse(readFileSync(file, 'utf8')).backstage?.pluginId ?? [];
  });
  expect(ids).toContain('free-tier');
  return [...new Set(ids)].sort();
}

/** Every permission that any plugin of the running portal asks the policy for. */
export async function listRunningPermissions(
  api: APIRequestContext,
): Promise<Permission[]> {
  const permissions = new Map<string, Permission>();
  for (const pluginId of listPluginIds()) {
    const response = await api.get(
      `/api/${pluginId}/.well-known/backstage/permissions/metadata`,
    );
    // a plugin without permissions has no such address; `app` answers its page
    const type = response.headers()['content-type'] ?? '';
    if (!response.ok() || !type.includes('json')) continue;
    const body = (await response.json()) as { permissions: Permission[] };
    for (const permission of body.permissions) {
      permissions.set(permission.name, permission);
    }
  }
  return [...permissions.values()];
}

/**
 * What the policy answers about each of some permissions and things.
 *
 * @returns in the order of the questions
 */
export async function authorize(
  api: APIRequestContext,
  questions: { permission: Permission; resourceRef?: string }[],
): Promise<boolean[]> {
  const response = await api.post('/api/permission/authorize', {
    data: {
      items: questions.map((question, index) => ({
        id: String(index),
        ...question,
      })),
    },
  });
  expect(response.status(), await response.text()).toBe(200);
  const { items } = (await response.json()) as {
    items: { id: string; result: string }[];
  };
  const results = new Map(items.map(({ id, result }) => [id, result]));
  return questions.map((_, index) => results.get(String(index)) === 'ALLOW');
}
