import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';

/** State of a listening socket in /proc/net/tcp (include/net/tcp_states.h). */
const TCP_LISTEN = '0A';

/**
 * Socket inodes that listen on a port, from the text of /proc/net/tcp or tcp6.
 *
 * @internal
 */
export function parseListeningInodes(table: string, port: number): string[] {
  const hexPort = port.toString(16).toUpperCase().padStart(4, '0');
  return table
    .split('\n')
    .slice(1)
    .map(line => line.trim().split(/\s+/))
    .filter(
      fields => fields[3] === TCP_LISTEN && fields[1]?.endsWith(`:${hexPort}`),
    )
    .map(fields => fields[9])
    .filter((inode): inode is string => inode !== undefined);
}

function holdsSocket(pid: string, links: Set<string>): boolean {
  try {
    return readdirSync(`/proc/${pid}/fd`).some(fd => {
      try {
        return links.has(readlinkSync(`/proc/${pid}/fd/${fd}`));
      } catch {
        return false; // closed meanwhile
      }
    });
  } catch {
    return false; // another user's process, or ended meanwhile
  }
}

function findOnLinux(port: number): string | undefined {
  const inodes = ['/proc/net/tcp', '/proc/net/tcp6']
    .filter(file => existsSync(file))
    .flatMap(file => parseListeningInodes(readFileSync(file, 'utf8'), port));
  const links = new Set(inodes.map(inode => `socket:[${inode}]`));
  const pid = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .find(candidate => holdsSocket(candidate, links));
  if (!pid) {
    return undefined;
  }
  // comm would be the name of a thread, which for Node is always MainThread
  const [program] = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  const name = basename(program || 'a program');
  return `${name} (process ${pid})`;
}

function findWithLsof(port: number): string | undefined {
  const output = execFileSync(
    'lsof',
    ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-Fpc'],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const pid = /^p(\d+)$/m.exec(output)?.[1];
  const name = /^c(.+)$/m.exec(output)?.[1];
  return pid ? `${name ?? 'a program'} (process ${pid})` : undefined;
}

/**
 * Says which program listens on a port, as far as this user may know.
 *
 * @returns e.g. `node (process 4711)`, undefined when it cannot be found out
 * @internal
 */
export function findPortHolder(port: number): string | undefined {
  try {
    return existsSync('/proc/net/tcp') ? findOnLinux(port) : findWithLsof(port);
  } catch {
    // Only makes a message better: no lsof, no permission, or it ended meanwhile.
    return undefined;
  }
}
