import type { lookup } from 'node:dns';
import { createGuardedLookup, isAllowedAddress } from './addressRules';

const PUBLIC = { allowLoopback: false };

describe('isAllowedAddress', () => {
  it.each([
    '0.0.0.0',
    '10.20.30.40',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::7f00:1',
    '::ffff:10.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::a00:1',
    '2001:db8::1',
    '2002:a00:1::',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
    'localhost',
    '',
  ])('refuses %s', address => {
    expect(isAllowedAddress(address, PUBLIC)).toBe(false);
  });

  it.each(['8.8.8.8', '172.32.0.1', '147.181.0.1', '2a02:a4c0::1'])(
    'allows %s',
    address => {
      expect(isAllowedAddress(address, PUBLIC)).toBe(true);
    },
  );

  it('allows this machine, and no other, where tests ask for it', () => {
    const options = { allowLoopback: true };
    expect(isAllowedAddress('127.0.0.1', options)).toBe(true);
    expect(isAllowedAddress('::1', options)).toBe(true);
    expect(isAllowedAddress('10.0.0.1', options)).toBe(false);
    expect(isAllowedAddress('::ffff:127.0.0.1', options)).toBe(false);
  });
});

describe('createGuardedLookup', () => {
  const resolveTo = (...addresses: string[]) =>
    ((_: string, __: object, callback: Function) =>
      callback(
        null,
        addresses.map(address => ({ address, family: 4 })),
      )) as unknown as typeof lookup;

  const look = (addresses: string[], all: boolean) =>
    new Promise((resolve, reject) => {
      const guarded = createGuardedLookup(PUBLIC, resolveTo(...addresses));
      guarded('naam.example', { all }, (error, address) =>
        error ? reject(error) : resolve(address),
      );
    });

  it('answers as a lookup does', async () => {
    expect(await look(['8.8.8.8'], false)).toBe('8.8.8.8');
    expect(await look(['8.8.8.8', '9.9.9.9'], true)).toEqual([
      { address: '8.8.8.8', family: 4 },
      { address: '9.9.9.9', family: 4 },
    ]);
  });

  it.each([[['10.0.0.1']], [['8.8.8.8', '127.0.0.1']], [[]]])(
    'refuses a name that is %j',
    async addresses => {
      for (const all of [true, false]) {
        await expect(look(addresses, all)).rejects.toMatchObject({
          kind: 'forbidden-address',
        });
      }
    },
  );
});
