import { toClusterEvent } from './activity';

const at = new Date('2026-11-23T09:00:00Z');

describe('toClusterEvent', () => {
  it('fills in a text in the language of the reader', () => {
    const activity = {
      at,
      code: 'Failed',
      values: { message: { nl: 'Vol.', en: 'Full.' } },
    } as const;
    expect(toClusterEvent(activity, 'nl').message).toBe('Mislukt: Vol.');
    expect(toClusterEvent(activity, 'en')).toEqual({
      at: '2026-11-23T09:00:00.000Z',
      source: 'portal',
      type: 'Warning',
      reason: 'Failed',
      message: 'Failed: Full.',
    });
  });

  it('names who did it and leaves unknown parts as they are', () => {
    const activity = {
      at,
      code: 'MachineCredentialIssued',
      actor: 'user:default/x',
    } as const;
    expect(toClusterEvent(activity, 'en')).toMatchObject({
      actor: 'user:default/x',
      message: 'Machine credential handed out, valid until {expiresAt}.',
    });
  });
});
