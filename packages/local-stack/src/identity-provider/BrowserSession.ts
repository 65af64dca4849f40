import { httpRequest, type HttpAnswer } from '../network/httpRequest.ts';

/** More hops than any sign-in has; stops a circle. */
const MAX_REDIRECTS = 15;

/**
 * A browser without a screen: keeps cookies per host and follows redirects.
 * As browsers do, it does not tell ports apart.
 *
 * @internal
 */
export class BrowserSession {
  private readonly cookies = new Map<string, Map<string, string>>();
  private readonly ca: string | undefined;

  /** @param ca - PEM of the authority to trust for https */
  constructor(ca?: string) {
    this.ca = ca;
  }

  /**
   * Sends one request and follows redirects until a page comes.
   *
   * @param stopAt - a redirect to an address that begins so is not followed
   * @returns the last answer, and the address it came from or was sent to
   */
  async open(
    url: string,
    options: { form?: Record<string, string>; stopAt?: string } = {},
  ): Promise<{ url: string; answer: HttpAnswer }> {
    let current = url;
    let form = options.form;
    for (let hop = 0; hop < MAX_REDIRECTS; hop++) {
      const answer = await this.send(current, form);
      const { location } = answer.headers;
      if (answer.status < 300 || answer.status >= 400 || !location) {
        return { url: current, answer };
      }
      current = new URL(location, current).href;
      form = undefined;
      if (options.stopAt && current.startsWith(options.stopAt)) {
        return { url: current, answer };
      }
    }
    throw new Error(`Too many redirects, the last one to ${current}`);
  }

  private async send(
    url: string,
    form: Record<string, string> | undefined,
  ): Promise<HttpAnswer> {
    const { hostname } = new URL(url);
    const jar = this.cookies.get(hostname) ?? new Map<string, string>();
    this.cookies.set(hostname, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`);
    const answer = await httpRequest(url, {
      ca: this.ca,
      method: form ? 'POST' : 'GET',
      body: form && new URLSearchParams(form).toString(),
      headers: {
        ...(cookie.length > 0 && { Cookie: cookie.join('; ') }),
        ...(form && { 'Content-Type': 'application/x-www-form-urlencoded' }),
      },
    });
    for (const header of answer.headers['set-cookie'] ?? []) {
      storeCookie(jar, header);
    }
    return answer;
  }
}

function storeCookie(jar: Map<string, string>, header: string): void {
  const [pair, ...attributes] = header.split(';');
  const separator = pair.indexOf('=');
  const name = pair.slice(0, separator).trim();
  const value = pair.slice(separator + 1).trim();
  const expires = attributes
    .map(attribute => attribute.trim())
    .find(attribute => attribute.toLowerCase().startsWith('expires='));
  if (
    value === '' ||
    (expires && Date.parse(expires.slice('expires='.length)) <= Date.now())
  ) {
    jar.delete(name);
  } else {
    jar.set(name, value);
  }
}
