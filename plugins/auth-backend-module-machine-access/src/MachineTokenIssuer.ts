import type {
  AuthResolverContext,
  BackstageSignInResult,
} from '@backstage/plugin-auth-node';
import type { MachineScope } from '@nerds/plugin-machine-access-common';

/**
 * How long a token of the portal is used again for the same machine. Far less
 * than such a token lives (ten minutes at least), so that work which starts
 * with it has time to end.
 */
const REUSE_MS = 5 * 60 * 1000;

/**
 * Makes the tokens that machines have inside the portal.
 *
 * @remarks
 * A machine is verified on every request; signing a token and writing down
 * whose it is, every time too, would only make that slower. The token says no
 * more than who the machine is and of which team.
 *
 * @internal
 */
export class MachineTokenIssuer {
  readonly #issued = new Map<
    string,
    { result: Promise<BackstageSignInResult>; reuseUntil: number }
  >();

  constructor(private readonly now: () => number = Date.now) {}

  /** A token of somebody who was verified just now. */
  async issueToken(
    { principal, team }: MachineScope,
    ctx: Pick<AuthResolverContext, 'issueToken'>,
  ): Promise<BackstageSignInResult> {
    this.#forgetOld();
    const key = `${principal} ${team}`;
    const known = this.#issued.get(key);
    if (known) return known.result;
    const result = ctx.issueToken({
      claims: { sub: principal, ent: [principal, team] },
    });
    this.#issued.set(key, { result, reuseUntil: this.now() + REUSE_MS });
    result.catch(() => this.#issued.delete(key));
    return result;
  }

  #forgetOld() {
    const now = this.now();
    for (const [key, { reuseUntil }] of this.#issued) {
      if (reuseUntil <= now) this.#issued.delete(key);
    }
  }
}
