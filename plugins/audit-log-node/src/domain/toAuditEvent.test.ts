import type { AuditorEvent } from '@backstage/backend-defaults/auditor';
import {
  AuthenticationError,
  ForwardedError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { createRequestContext } from '@nerds/request-context';
import { toAuditEvent } from './toAuditEvent';

const at = new Date('2026-12-01T09:00:00.000Z');
const SUCCEEDED: AuditorEvent = {
  plugin: 'free-tier',
  eventId: 'kubeconfig-issue',
  severityLevel: 'high',
  status: 'succeeded',
  actor: {
    actorId: 'user:default/sanne',
    ip: '10.0.0.1',
    userAgent: 'kubectl',
  },
  request: { method: 'POST', url: '/api/free-tier/v1/clusters/1?x=y' },
  meta: {
    clusterId: '1',
    credentialId: '2',
    kind: 'machine',
    user: 'user:default/sanne',
    owner: 'group:default/Burgerzaken',
  },
};

describe('a line of the audit log', () => {
  it('has the six fields, and the rest of what the plugin tells', () => {
    const context = createRequestContext({ address: '192.0.2.7' });
    expect(toAuditEvent(SUCCEEDED, { at, context })).toEqual({
      act: 'free-tier.kubeconfig-issue',
      object: 'credential:2',
      result: 'succeeded',
      origin: {
        address: '192.0.2.7',
        userAgent: 'kubectl',
        method: 'POST',
        path: '/api/free-tier/v1/clusters/1?x=y',
      },
      actor: 'user:default/sanne',
      at: '2026-12-01T09:00:00.000Z',
      severity: 'high',
      plugin: 'free-tier',
      correlationId: context.correlationId,
      teams: ['group:default/burgerzaken'],
      reason: undefined,
      details: { clusterId: '1', kind: 'machine' },
    });
  });

  it('is not written for a begin, or for a look that was let through', () => {
    expect(
      toAuditEvent({ ...SUCCEEDED, status: 'initiated' }, { at }),
    ).toBeUndefined();
    expect(
      toAuditEvent({ ...SUCCEEDED, severityLevel: 'low' }, { at }),
    ).toBeUndefined();
    expect(
      toAuditEvent(
        {
          ...SUCCEEDED,
          severityLevel: 'low',
          status: 'failed',
          error: new NotFoundError('x'),
        },
        { at },
      ),
    ).toMatchObject({ result: 'failed', reason: 'NotFoundError' });
  });

  it.each([
    [new NotAllowedError('x'), 'refused', 'NotAllowedError'],
    [
      new ForwardedError('x', new AuthenticationError('y')),
      'refused',
      'AuthenticationError',
    ],
    [
      Object.assign(new Error('x'), {
        name: 'HttpProblem',
        statusCode: 403,
        options: { code: 'not-allowed' },
      }),
      'refused',
      'not-allowed',
    ],
    [Object.assign(new Error('x'), { statusCode: 429 }), 'refused', 'Error'],
    [new Error('password=x'), 'failed', 'Error'],
    [
      Object.assign(new Error('x'), { name: 'a token of somebody' }),
      'failed',
      'Error',
    ],
  ])('tells refused from failed: %s', (error, result, reason) => {
    expect(
      toAuditEvent({ ...SUCCEEDED, status: 'failed', error }, { at }),
    ).toMatchObject({ result, reason });
  });

  it.each([
    [{ entityRef: 'component:default/web' }, 'component:default/web'],
    [{ taskId: 't', templateRef: 'template:default/x' }, 'task:t'],
    [{ templateRef: 'template:default/x' }, 'template:default/x'],
    [{ uid: 'u' }, 'entity:u'],
    [{ locationRef: 'url:https://x' }, 'location:url:https://x'],
    [{ toolName: 'free-tier.list' }, 'tool:free-tier.list'],
    [{ object: 'role-grant:7', clusterId: '1' }, 'role-grant:7'],
    [{ name: 'aangifte', tier: 'free' }, 'name:aangifte'],
    [{ clusterId: '' }, undefined],
  ])('finds the object in %j', (meta, object) => {
    expect(toAuditEvent({ ...SUCCEEDED, meta }, { at })?.object).toBe(object);
  });

  it('says who acted: the plugin knows best, then the request', () => {
    const actorOf = (event: Partial<AuditorEvent>) =>
      toAuditEvent({ ...SUCCEEDED, meta: {}, ...event } as AuditorEvent, { at })
        ?.actor;
    expect(actorOf({})).toBe('user:default/sanne');
    expect(actorOf({ meta: { actor: 'user:machine/1' } })).toBe(
      'user:machine/1',
    );
    expect(actorOf({ meta: { createdBy: 'user:default/jan' } })).toBe(
      'user:default/jan',
    );
    expect(actorOf({ meta: { user: 'not a reference' } })).toBe(
      'user:default/sanne',
    );
    expect(actorOf({ actor: {} })).toBe('unknown');
    expect(actorOf({ actor: {}, request: undefined })).toBe('plugin:free-tier');
  });

  it('says from where, also when the plugin knows better than the request', () => {
    const originOf = (address: string) =>
      toAuditEvent({ ...SUCCEEDED, meta: { address } }, { at })?.origin.address;
    expect(originOf('2001:db8::1')).toBe('2001:db8::1');
    expect(originOf('Main Street 1')).toBe('10.0.0.1');
  });

  it('takes only groups for teams', () => {
    const meta = {
      teams: ['group:default/b', 'user:default/x', 7],
      owner: 'group:default/a',
      team: 'team',
    };
    expect(toAuditEvent({ ...SUCCEEDED, meta }, { at })?.teams).toEqual([
      'group:default/a',
      'group:default/b',
    ]);
  });
});
