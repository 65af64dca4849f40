import type { Request } from 'express';

/** As `OAuthCookieManager` of `@backstage/plugin-auth-node` calls it; long ones are in parts with a number. */
const NAME = /^oidc-refresh-token(-\d+)?$/;

/**
 * Takes a session out of the browser. Backstage's own handlers do so at a
 * sign-out only, and the one who was refused would ask again at every page.
 *
 * @internal
 */
export class SessionCookies {
  readonly #path: string;
  readonly #secure: boolean;

  /** @param callbackUrl - its path is that of the cookie, by the rule of Backstage */
  constructor(callbackUrl: string) {
    const { pathname, protocol } = new URL(callbackUrl);
    this.#path = pathname.endsWith('oidc/handler/frame')
      ? pathname.slice(0, -'/handler/frame'.length)
      : `${pathname}/oidc`;
    this.#secure = protocol === 'https:';
  }

  clear(req: Request): void {
    for (const name of Object.keys(req.cookies ?? {})) {
      if (NAME.test(name)) {
        req.res?.clearCookie(name, {
          httpOnly: true,
          sameSite: 'lax',
          secure: this.#secure,
          path: this.#path,
        });
      }
    }
  }
}
