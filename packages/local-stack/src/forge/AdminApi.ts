import { httpRequest } from '../network/httpRequest.ts';

/** Asks the forge's API as its administrator. @internal */
export class AdminApi {
  private readonly baseUrl: string;
  private readonly token: string;

  constructor(baseUrl: string, token: string) {
    this.baseUrl = baseUrl;
    this.token = token;
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<{ status: number; body: string }> {
    return httpRequest(`${this.baseUrl}/api/v1${path}`, {
      method,
      headers: {
        Authorization: `token ${this.token}`,
        'Content-Type': 'application/json',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  }

  /** @returns undefined when there is no such thing */
  async find<T>(path: string): Promise<T | undefined> {
    const { status, body } = await this.send('GET', path);
    if (status === 404) {
      return undefined;
    }
    return this.parse('GET', path, status, body) as T;
  }

  async change(method: string, path: string, body?: unknown): Promise<void> {
    const answer = await this.send(method, path, body);
    this.parse(method, path, answer.status, answer.body);
  }

  private parse(method: string, path: string, status: number, body: string) {
    if (status >= 300) {
      // the answer holds no secret, but it may be a page
      const text = body.slice(0, 300);
      throw new Error(
        `The forge answered ${method} ${path}: ${status} ${text}`,
      );
    }
    return body ? JSON.parse(body) : undefined;
  }
}
