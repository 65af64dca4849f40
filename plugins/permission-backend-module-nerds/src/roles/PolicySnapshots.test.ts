import { mockServices } from '@backstage/backend-test-utils';
import type { PolicySnapshot, RoleGrant } from '@nerds/plugin-access-common';
import { PolicySnapshots } from './PolicySnapshots';

const fromConfig: RoleGrant = {
  role: 'platform-engineer',
  subject: 'group:default/platform',
  origin: 'config',
};
const fromPortal: RoleGrant = {
  id: '1',
  role: 'administrator',
  subject: 'user:default/someone',
  origin: 'portal',
};
const snapshot: PolicySnapshot = {
  grants: [fromConfig, fromPortal],
  revokedMembers: [
    { userEntityRef: 'user:default/x', team: 'group:default/burgerzaken' },
  ],
};

function createSnapshots() {
  const clock = { ms: 0 };
  const logger = mockServices.logger.mock();
  const getPolicySnapshot = jest.fn(async () => snapshot);
  const snapshots = new PolicySnapshots({
    access: { getPolicySnapshot },
    configGrants: [fromConfig],
    logger,
    now: () => clock.ms,
  });
  return { clock, getPolicySnapshot, logger, snapshots };
}

describe('PolicySnapshots', () => {
  it('asks once in two seconds, however many questions there are', async () => {
    const { clock, getPolicySnapshot, snapshots } = createSnapshots();
    await Promise.all([snapshots.get(), snapshots.get(), snapshots.get()]);
    clock.ms = 1_999;
    await expect(snapshots.get()).resolves.toEqual(snapshot);
    expect(getPolicySnapshot).toHaveBeenCalledTimes(1);
    clock.ms = 2_000;
    getPolicySnapshot.mockResolvedValue({ grants: [], revokedMembers: [] });
    await expect(snapshots.get()).resolves.toEqual({
      grants: [],
      revokedMembers: [],
    });
  });

  it('goes on with the last answer for a minute, then with the configuration alone', async () => {
    const { clock, getPolicySnapshot, logger, snapshots } = createSnapshots();
    await snapshots.get();
    getPolicySnapshot.mockRejectedValue(new Error('down'));
    for (clock.ms = 2_000; clock.ms < 60_000; clock.ms += 2_000) {
      await expect(snapshots.get()).resolves.toEqual(snapshot);
    }
    clock.ms = 60_000;
    await expect(snapshots.get()).resolves.toEqual({
      grants: [fromConfig],
      revokedMembers: snapshot.revokedMembers,
    });
    expect(logger.error).toHaveBeenCalledTimes(1);
  });

  it('takes the roles of the portal back into account once there is an answer', async () => {
    const { clock, getPolicySnapshot, snapshots } = createSnapshots();
    getPolicySnapshot.mockRejectedValueOnce(new Error('starting'));
    await expect(snapshots.get()).resolves.toEqual({
      grants: [fromConfig],
      revokedMembers: [],
    });
    clock.ms = 2_000;
    await snapshots.get();
    await expect(snapshots.get()).resolves.toEqual(snapshot);
  });
});
