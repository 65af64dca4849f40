import { tokenTypes } from '@backstage/plugin-auth-node';
import { decodeProtectedHeader } from 'jose';

const OF_SOMEBODY: unknown[] = [
  tokenTypes.user.typParam,
  tokenTypes.limitedUser.typParam,
];

/** Whether a token says that it is of a person or a machine, not of a plugin. @internal */
export function isTokenOfSomebody(token: string): boolean {
  try {
    return OF_SOMEBODY.includes(decodeProtectedHeader(token).typ);
  } catch {
    // No token of the portal at all, which the plugins find out.
    return false;
  }
}
