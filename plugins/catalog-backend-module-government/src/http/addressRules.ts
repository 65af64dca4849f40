import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { RegisterError } from './RegisterError';

/**
 * Addresses that are not on the public internet, or that carry such an address
 * inside (IANA special-purpose registries for IPv4 and IPv6, checked 2026-11).
 */
const NOT_PUBLIC: Record<'ipv4' | 'ipv6', string[]> = {
  ipv4: [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
    '192.0.2.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/4',
    '240.0.0.0/4',
  ],
  ipv6: [
    '::/96',
    '::ffff:0:0/96',
    '64:ff9b::/96',
    '64:ff9b:1::/48',
    '100::/64',
    '2001::/23',
    '2001:db8::/32',
    '2002::/16',
    '3fff::/20',
    '5f00::/16',
    'fc00::/7',
    'fe80::/10',
    'fec0::/10',
    'ff00::/8',
  ],
};

function toBlockList(family: 'ipv4' | 'ipv6', subnets: string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [address, prefix] = subnet.split('/');
    list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

// One list per family: a mixed one would also see IPv4 in mapped addresses, and
// every IPv4 address in ::ffff:0:0/96.
const NOT_PUBLIC_LISTS = {
  ipv4: toBlockList('ipv4', NOT_PUBLIC.ipv4),
  ipv6: toBlockList('ipv6', NOT_PUBLIC.ipv6),
};

const LOOPBACK_LISTS = {
  ipv4: toBlockList('ipv4', ['127.0.0.0/8']),
  ipv6: toBlockList('ipv6', ['::1/128']),
};

function toFamily(address: string): 'ipv4' | 'ipv6' | undefined {
  const version = isIP(address);
  if (version === 0) return undefined;
  return version === 4 ? 'ipv4' : 'ipv6';
}

/** Whether an IP address is this machine. @internal */
export function isLoopbackAddress(address: string): boolean {
  const family = toFamily(address);
  return family !== undefined && LOOPBACK_LISTS[family].check(address, family);
}

/** Whether the portal may connect to an IP address. What is no address is not allowed. @internal */
export function isAllowedAddress(
  address: string,
  options: { allowLoopback: boolean },
): boolean {
  const family = toFamily(address);
  if (!family) return false;
  return (
    !NOT_PUBLIC_LISTS[family].check(address, family) ||
    (options.allowLoopback && isLoopbackAddress(address))
  );
}

/**
 * Looks names up for a connection that is about to be made, and refuses what is
 * not public.
 *
 * @remarks
 * It has to be here and not before the request: a name can be looked up twice
 * and be something else the second time. One address that is not allowed spoils
 * the name: a name with public and private addresses is not a mistake to guess
 * around.
 *
 * @internal
 */
export function createGuardedLookup(
  options: { allowLoopback: boolean },
  resolve: typeof dnsLookup = dnsLookup,
): LookupFunction {
  return (hostname, lookupOptions, callback) => {
    resolve(
      hostname,
      { ...lookupOptions, all: true },
      (error: Error | null, addresses: LookupAddress[]) => {
        if (error) {
          callback(error, '', 0);
          return;
        }
        const isAllowed = addresses.every(({ address }) =>
          isAllowedAddress(address, options),
        );
        if (!isAllowed || addresses.length === 0) {
          callback(
            new RegisterError(
              'forbidden-address',
              `${hostname} is not an address on the public internet`,
            ),
            '',
            0,
          );
        } else if (lookupOptions.all) {
          callback(null, addresses);
        } else {
          callback(null, addresses[0].address, addresses[0].family);
        }
      },
    );
  };
}
