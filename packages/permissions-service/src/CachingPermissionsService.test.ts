import type {
  BackstageCredentials,
  BackstageUserPrincipal,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  createPermission,
  type AuthorizePermissionResponse,
  type DefinitivePolicyDecision,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { CachingPermissionsService } from './CachingPermissionsService';
import { KeptAnswers } from './KeptAnswers';

const basic = createPermission({ name: 'a.create', attributes: {} });
const read = createPermission({
  name: 'a.read',
  attributes: { action: 'read' },
  resourceType: 'a',
});
const remove = createPermission({
  name: 'a.delete',
  attributes: { action: 'delete' },
  resourceType: 'a',
});

const ALLOW: DefinitivePolicyDecision = { result: AuthorizeResult.ALLOW };
const asUser = (name: string) => ({
  credentials: mockCredentials.user(`user:default/${name}`),
});

function createKept() {
  const clock = { ms: 0 };
  const now = () => clock.ms;
  return {
    clock,
    decisions: new KeptAnswers<PolicyDecision>(now),
    answers: new KeptAnswers<AuthorizePermissionResponse>(now),
  };
}

function createService({ clock, ...kept } = createKept()) {
  const inner = mockServices.permissions.mock({
    authorize: async requests => requests.map(() => ALLOW),
    authorizeConditional: async queries => queries.map(() => ALLOW),
  });
  const service = new CachingPermissionsService({
    inner,
    isUser: (
      credentials,
    ): credentials is BackstageCredentials<BackstageUserPrincipal> =>
      (credentials.principal as { type?: string }).type === 'user',
    ...kept,
  });
  return { clock, inner, service };
}

describe('CachingPermissionsService', () => {
  it('asks about a person and a permission once in a second', async () => {
    const { clock, inner, service } = createService();
    const ask = () =>
      service.authorizeConditional([{ permission: read }], asUser('x'));
    await Promise.all([ask(), ask()]);
    clock.ms = 999;
    await expect(ask()).resolves.toEqual([ALLOW]);
    expect(inner.authorizeConditional).toHaveBeenCalledTimes(1);
    clock.ms = 1_000;
    await ask();
    expect(inner.authorizeConditional).toHaveBeenCalledTimes(2);
  });

  it('asks only for what is missing, together, and answers in the order of the questions', async () => {
    const { inner, service } = createService();
    await service.authorizeConditional([{ permission: read }], asUser('x'));
    inner.authorizeConditional.mockResolvedValue([
      { result: AuthorizeResult.DENY },
    ]);
    await expect(
      service.authorizeConditional(
        [{ permission: remove }, { permission: read }],
        asUser('x'),
      ),
    ).resolves.toEqual([{ result: AuthorizeResult.DENY }, ALLOW]);
    expect(inner.authorizeConditional).toHaveBeenLastCalledWith(
      [{ permission: remove }],
      asUser('x'),
    );
  });

  it('keeps people apart, and the two kinds of questions', async () => {
    const { inner, service } = createService();
    inner.authorize.mockResolvedValueOnce([{ result: AuthorizeResult.DENY }]);
    await service.authorize([{ permission: basic }], asUser('x'));
    await expect(
      service.authorize([{ permission: basic }], asUser('y')),
    ).resolves.toEqual([ALLOW]);
    await service.authorizeConditional([{ permission: read }], asUser('x'));
    expect(inner.authorize).toHaveBeenCalledTimes(2);
    expect(inner.authorizeConditional).toHaveBeenCalledTimes(1);
  });

  it('knows what another plugin was answered', async () => {
    const kept = createKept();
    const first = createService(kept);
    const second = createService(kept);
    await first.service.authorizeConditional(
      [{ permission: read }],
      asUser('x'),
    );
    await expect(
      second.service.authorizeConditional([{ permission: read }], asUser('x')),
    ).resolves.toEqual([ALLOW]);
    expect(second.inner.authorizeConditional).not.toHaveBeenCalled();
  });

  it('never keeps an answer about one thing', async () => {
    const { inner, service } = createService();
    const request = { permission: read, resourceRef: '1' };
    await service.authorize([request], asUser('x'));
    await service.authorize([request], asUser('x'));
    expect(inner.authorize).toHaveBeenCalledTimes(2);
  });

  it('never keeps an answer to a service', async () => {
    const { inner, service } = createService();
    const options = { credentials: mockCredentials.service() };
    await service.authorize([{ permission: basic }], options);
    await service.authorize([{ permission: basic }], options);
    expect(inner.authorize).toHaveBeenCalledTimes(2);
  });

  it('asks again after an error', async () => {
    const { inner, service } = createService();
    inner.authorize.mockRejectedValueOnce(new Error('down'));
    const ask = () => service.authorize([{ permission: basic }], asUser('x'));
    await expect(ask()).rejects.toThrow('down');
    await expect(ask()).resolves.toEqual([ALLOW]);
  });
});
