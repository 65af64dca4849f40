import { MachineTokenIssuer } from './MachineTokenIssuer';

const SCOPE = {
  principal: 'user:machine/deploy-ab2c3d',
  team: 'group:default/burgerzaken',
  permissions: ['catalog.entity.read'],
  expiresAt: '2027-01-01T00:00:00Z',
};

describe('MachineTokenIssuer', () => {
  it('says who the machine is and of which team, and no more', async () => {
    const issueToken = jest.fn(async () => ({ token: 'a' }));
    await new MachineTokenIssuer().issueToken(SCOPE, { issueToken });
    expect(issueToken).toHaveBeenCalledWith({
      claims: {
        sub: SCOPE.principal,
        ent: [SCOPE.principal, SCOPE.team],
      },
    });
  });

  it('uses a token again for a while, per machine', async () => {
    let now = 0;
    let count = 0;
    const ctx = { issueToken: async () => ({ token: `token-${count++}` }) };
    const issuer = new MachineTokenIssuer(() => now);
    const issue = async (principal = SCOPE.principal) =>
      (await issuer.issueToken({ ...SCOPE, principal }, ctx)).token;
    expect(await issue()).toBe('token-0');
    now += 299_999;
    expect(await issue()).toBe('token-0');
    expect(await issue('user:machine/other-zz2222')).toBe('token-1');
    now += 1;
    expect(await issue()).toBe('token-2');
  });

  it('tries again after a failure', async () => {
    const issueToken = jest
      .fn()
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValueOnce({ token: 'a' });
    const issuer = new MachineTokenIssuer();
    await expect(issuer.issueToken(SCOPE, { issueToken })).rejects.toThrow();
    await expect(issuer.issueToken(SCOPE, { issueToken })).resolves.toEqual({
      token: 'a',
    });
  });
});
