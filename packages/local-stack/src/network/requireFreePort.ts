import { findPortHolder } from './portHolder.ts';
import { isPortFree } from './ports.ts';

/**
 * Makes sure that the portal's port can be had.
 *
 * @throws Error that names the port, who has it as far as known, and what to do
 * @internal
 */
export async function requireFreePort(port: number): Promise<void> {
  if (await isPortFree(port)) {
    return;
  }
  const holder = findPortHolder(port);
  throw new Error(
    `Port ${port} is taken${
      holder ? ` by ${holder}` : ''
    }. Stop that program, or choose another port: ./nerds start --port ${
      port + 1
    }`,
  );
}
