import { mockServices } from '@backstage/backend-test-utils';
import type { MachineScope } from '@nerds/plugin-machine-access-common';
import { MachineScopes } from './MachineScopes';

const scope: MachineScope = {
  principal: 'user:machine/1',
  team: 'group:default/burgerzaken',
  permissions: ['free-tier.cluster.read'],
  expiresAt: '2027-01-01T00:00:00.000Z',
};

function scopesOver(getScope: () => Promise<MachineScope | undefined>) {
  const clock = { ms: 0 };
  const asked = jest.fn(getScope);
  const scopes = new MachineScopes({
    machines: { getScope: asked },
    logger: mockServices.logger.mock(),
    now: () => clock.ms,
  });
  return { asked, clock, scopes };
}

describe('MachineScopes', () => {
  it('asks once in two seconds, and again after that', async () => {
    const { asked, clock, scopes } = scopesOver(async () => scope);
    await Promise.all([
      scopes.get('user:machine/1'),
      scopes.get('user:machine/1'),
    ]);
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockResolvedValue(undefined);
    clock.ms = 1_999;
    await expect(scopes.get('user:machine/1')).resolves.toEqual(scope);
    clock.ms = 2_000;
    await expect(scopes.get('user:machine/1')).resolves.toBeUndefined();
  });

  it('keeps machines apart', async () => {
    const { asked, scopes } = scopesOver(async () => scope);
    await scopes.get('user:machine/1');
    await scopes.get('user:machine/2');
    expect(asked.mock.calls).toEqual([['user:machine/1'], ['user:machine/2']]);
  });

  it('lets a machine do nothing when the plugin cannot say what it may', async () => {
    const { clock, scopes, asked } = scopesOver(async () => scope);
    await scopes.get('user:machine/1');
    asked.mockRejectedValue(new Error('down'));
    clock.ms = 2_000;
    await expect(scopes.get('user:machine/1')).resolves.toBeUndefined();
  });
});
