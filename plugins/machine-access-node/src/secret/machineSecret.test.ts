import { createMachineSecret, parseMachineSecret } from './machineSecret';

describe('machine secrets', () => {
  it('say of which token they are, and are never the same twice', () => {
    const secret = createMachineSecret('deploy-ab2c3d');
    expect(secret).toMatch(/^nerds_deploy-ab2c3d_[\w-]{43}_[0-9a-f]{8}$/);
    expect(parseMachineSecret(secret)).toEqual({ id: 'deploy-ab2c3d' });
    expect(createMachineSecret('deploy-ab2c3d')).not.toBe(secret);
  });

  it('are told from every slip of one character', () => {
    const secret = createMachineSecret('deploy-ab2c3d');
    const slips = [...secret].map((character, index) => {
      const other = character === 'a' ? 'b' : 'a';
      return `${secret.slice(0, index)}${other}${secret.slice(index + 1)}`;
    });
    expect(slips.filter(slip => parseMachineSecret(slip))).toEqual([]);
  });

  it.each(['', 'nerds_', 'nerds_a_b_c', 'ghp_1234', 'nerds_deploy-ab2c3d'])(
    'are not %p',
    text => {
      expect(parseMachineSecret(text)).toBeUndefined();
    },
  );

  it('are not what has something before or after them', () => {
    const secret = createMachineSecret('deploy-ab2c3d');
    expect(parseMachineSecret(`${secret}\n`)).toBeUndefined();
    expect(parseMachineSecret(` ${secret}`)).toBeUndefined();
    expect(parseMachineSecret(secret.slice(0, -1))).toBeUndefined();
  });
});
