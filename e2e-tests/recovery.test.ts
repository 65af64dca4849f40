import { expect, test } from '@playwright/test';
import { deleteClustersOf, openApi } from './clusters';
import { killPortal, pidOf } from './localStack';
import { signIn } from './session';

interface ListedCluster {
  id: string;
  name: string;
  state: string;
}

test.describe('when Kubernetes hangs and the portal is killed', () => {
  test.setTimeout(300_000);
  test.beforeEach(() => deleteClustersOf('dev-vergunningen'));
  test.afterEach(() => {
    process.kill(pidOf('kube-apiserver'), 'SIGCONT');
  });
  test.afterAll(() => deleteClustersOf('dev-vergunningen'));

  test('the task goes on and makes one cluster', async ({ page }) => {
    const name = `herstel-${Date.now().toString(36)}`;
    const api = await openApi('dev-vergunningen');
    const listByName = async () => {
      const answer = await api.get('/api/free-tier/v1/clusters');
      const { items } = (await answer.json()) as { items: ListedCluster[] };
      return items.filter(cluster => cluster.name === name);
    };
    await signIn(page, 'dev-vergunningen');

    process.kill(pidOf('kube-apiserver'), 'SIGSTOP');
    const started = await api.post('/api/scaffolder/v2/tasks', {
      data: {
        templateRef: 'template:default/free-tier-cluster',
        values: {
          owner: 'group:default/vergunningen',
          name,
          plan: { tier: 'free', size: 'small' },
          region: 'local',
          purpose: 'Herstel na een herstart',
        },
      },
    });
    expect(started.status()).toBe(201);
    const { id: taskId } = (await started.json()) as { id: string };

    await test.step('the request is kept and its page says why it waits', async () => {
      await expect.poll(listByName, { timeout: 60_000 }).toHaveLength(1);
      const [{ id }] = await listByName();
      await page.goto(`/clusters/${id}`);
      await expect(
        page.getByText(/niet bereikbaar|antwoordt niet/).first(),
      ).toBeVisible({ timeout: 60_000 });
    });

    await test.step('the portal is killed and started again by its supervisor', async () => {
      await killPortal(api, 120_000);
    });

    process.kill(pidOf('kube-apiserver'), 'SIGCONT');
    await expect
      .poll(
        async () =>
          (
            await (await api.get(`/api/scaffolder/v2/tasks/${taskId}`)).json()
          ).status,
        { timeout: 120_000 },
      )
      .toBe('completed');
    await expect(listByName()).resolves.toEqual([
      expect.objectContaining({ state: 'ready' }),
    ]);
    await api.dispose();
  });
});
