import { mockCredentials } from '@backstage/backend-test-utils';
import {
  startAccess,
  toGroupRef,
  toUserRef,
  type AccessUnderTest,
} from './__testUtils__/startAccess';
import { createTestDatabases } from './__testUtils__/testDatabase';

const initDatabase = createTestDatabases();
const TEAM = toGroupRef('burgerzaken');

jest.setTimeout(60_000);

describe('actions', () => {
  let app: AccessUnderTest;

  beforeAll(async () => {
    app = await startAccess({ knex: await initDatabase() });
  });
  afterAll(async () => app.backend.stop());
  beforeEach(async () => app.reset());

  const invoke = async (name: string, action: string, input: object = {}) => {
    const { output } = await app.actions.invoke({
      id: `test:${action}`,
      input: { ...input },
      credentials: mockCredentials.user(toUserRef(name)),
    });
    return output as any;
  };

  it('give and take roles as the API does', async () => {
    const request = { role: 'auditor', subject: 'user:x', reason: 'Nodig' };
    const grant = await invoke('admin', 'grant-role', request);
    expect(grant).toMatchObject({
      subject: 'user:default/x',
      origin: 'portal',
    });
    const { roles } = await invoke('dev', 'list-roles', { language: 'en' });
    expect(roles[4]).toMatchObject({ title: 'Auditor', grants: [grant] });
    await expect(invoke('admin', 'grant-role', request)).rejects.toThrow(
      expect.objectContaining({ name: 'ConflictError' }),
    );
    await invoke('admin', 'revoke-role', { id: grant.id });
    await expect(
      invoke('admin', 'revoke-role', { id: grant.id }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    await expect(invoke('dev', 'grant-role', request)).rejects.toMatchObject({
      name: 'NotAllowedError',
    });
    await expect(
      invoke('admin', 'grant-role', {
        ...request,
        role: 'baas',
        language: 'en',
      }),
    ).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringContaining('“role” does not know'),
    });
    expect(app.audited).toMatchObject([
      { eventId: 'role-grant-create', actor: toUserRef('admin') },
      { eventId: 'role-grant-create', status: 'failed' },
      { eventId: 'role-grant-revoke' },
      { eventId: 'role-grant-revoke', status: 'failed' },
      { eventId: 'role-grant-create', actor: toUserRef('dev') },
      { eventId: 'role-grant-create', status: 'failed' },
    ]);
  });

  it('take a review from its start to its end', async () => {
    await app.signIn('dev');
    const review = await invoke('lead', 'start-review', { team: TEAM });
    const items = review.items.map((item: { id: string }) => ({
      itemId: item.id,
      decision: 'confirm',
    }));
    await expect(
      invoke('lead', 'complete-review', { id: review.id }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    await invoke('lead', 'decide-review-items', { id: review.id, items });
    await invoke('lead', 'complete-review', { id: review.id });
    const listed = await invoke('auditor', 'list-reviews', {
      state: 'completed',
    });
    expect(listed.reviews).toMatchObject([
      { id: review.id, team: TEAM, decidedCount: 3 },
    ]);
    const read = await invoke('auditor', 'get-review', { id: review.id });
    expect(read.items).toHaveLength(3);
    await expect(
      invoke('other-lead', 'get-review', { id: review.id }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('are for people', async () => {
    await expect(
      app.actions.invoke({
        id: 'test:list-roles',
        input: {},
        credentials: mockCredentials.service(),
      }),
    ).rejects.toMatchObject({ name: 'NotAllowedError' });
  });
});
