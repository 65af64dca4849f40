import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { ProxyOptions } from './http/SafeHttpClientOptions';

/**
 * Reads which proxy the registers are behind: in the configuration, and else in
 * `HTTPS_PROXY` and `NO_PROXY`, as other programs do.
 *
 * @throws {@link InputError} when it is no address of an HTTP proxy; the address
 * is not in the message, for it may have a password
 * @internal
 */
export function readProxy(
  config: Config | undefined,
  options: { root: string; key: string; env: NodeJS.ProcessEnv },
): ProxyOptions | undefined {
  const { root, key, env } = options;
  const own = config?.getOptionalConfig(key);
  const ownUrl = own?.getOptionalString('url');
  const url = ownUrl ?? (env.https_proxy || env.HTTPS_PROXY);
  if (!url) return undefined;
  const isProxy = URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
  if (!isProxy) {
    throw new InputError(
      `${
        ownUrl ? `Config key '${root}.${key}.url'` : 'HTTPS_PROXY'
      } must be the http or https address of a proxy`,
    );
  }
  const noProxy =
    own?.getOptionalString('noProxy') ?? (env.no_proxy || env.NO_PROXY);
  return { url, noProxy: noProxy ?? '' };
}
