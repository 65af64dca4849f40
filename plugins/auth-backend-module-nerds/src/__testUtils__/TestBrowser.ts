import { fetchText, type TextAnswer } from './fetchText';

const MAX_REDIRECTS = 15;

interface Cookie {
  name: string;
  value: string;
  host: string;
  path: string;
  attributes: string;
}

/**
 * A browser without a screen: cookies by host and path, and redirects. As
 * browsers do, it does not tell ports apart.
 */
export class TestBrowser {
  cookies: Cookie[] = [];

  /** @param where - addresses that are really somewhere else */
  constructor(
    private readonly caFile: string | undefined,
    private readonly where: Record<string, string>,
  ) {}

  async send(
    url: string,
    options: {
      method?: string;
      form?: Record<string, string>;
      headers?: Record<string, string>;
    } = {},
  ): Promise<TextAnswer> {
    const { hostname, pathname } = new URL(url);
    const cookie = this.cookies
      .filter(c => c.host === hostname && pathname.startsWith(c.path))
      .map(c => `${c.name}=${c.value}`)
      .join('; ');
    const { origin } = new URL(url);
    const target = url.replace(origin, this.where[origin] ?? origin);
    const answer = await fetchText(target, {
      caFile: this.caFile,
      method: options.method ?? (options.form ? 'POST' : 'GET'),
      body: options.form && new URLSearchParams(options.form).toString(),
      headers: {
        ...options.headers,
        ...(cookie && { Cookie: cookie }),
        ...(options.form && {
          'Content-Type': 'application/x-www-form-urlencoded',
        }),
      },
    });
    answer.headers['set-cookie']?.forEach(header =>
      this.keep(hostname, header),
    );
    return answer;
  }

  /** Follows redirects until a page comes, or an address that begins with `stopAt`. */
  async open(
    url: string,
    options: { form?: Record<string, string>; stopAt?: string } = {},
  ): Promise<{ url: string; answer: TextAnswer }> {
    let current = url;
    let { form } = options;
    for (let hop = 0; hop < MAX_REDIRECTS; hop++) {
      const answer = await this.send(current, { form });
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

  private keep(host: string, header: string): void {
    const [pair, ...rest] = header.split(';').map(part => part.trim());
    const separator = pair.indexOf('=');
    const name = pair.slice(0, separator);
    const value = decodeURIComponent(pair.slice(separator + 1));
    const path =
      rest.find(part => part.toLowerCase().startsWith('path='))?.slice(5) ??
      '/';
    this.cookies = this.cookies.filter(
      c => c.name !== name || c.host !== host || c.path !== path,
    );
    const expires = rest.find(p => p.toLowerCase().startsWith('expires='));
    // a browser has a clock of its own, which a test does not change
    const now = performance.timeOrigin + performance.now();
    const isOver = expires && Date.parse(expires.slice(8)) <= now;
    if (value !== '' && !isOver) {
      this.cookies.push({ name, value, host, path, attributes: header });
    }
  }
}
