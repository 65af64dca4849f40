import { readFileSync } from 'node:fs';
import { Agent, request } from 'undici';
import { KubeconfigConnection } from '../KubeconfigConnection';
import type { TestStack } from './testStack';

/** What the API server answered; never an exception. */
export interface ApiAnswer {
  status: number;
  /** Parsed JSON; `message` is where Kubernetes says why not. */
  body: {
    message?: string;
    metadata?: Record<string, any>;
    status?: any;
    [field: string]: any;
  };
  headers: Record<string, string | string[] | undefined>;
}

/** A call as the tables of checks write it. */
export interface ApiCall {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  body?: unknown;
  contentType?: string;
  headers?: Record<string, string>;
}

/** Calls the API server with one identity, without our client: plain HTTPS. */
export class ApiCaller {
  private constructor(
    private readonly connect: () => Promise<{
      server: string;
      headers: Record<string, string>;
      dispatcher: any;
    }>,
    private readonly close: () => void,
  ) {}

  static withKubeconfig(file: string): ApiCaller {
    const connection = new KubeconfigConnection(file);
    return new ApiCaller(
      () => connection.getParameters(),
      () => connection.close(),
    );
  }

  /** @param token - absent: nobody in particular */
  static withToken(stack: TestStack, token?: string): ApiCaller {
    const dispatcher = new Agent({
      connect: { ca: readFileSync(stack.caFile) },
    });
    const headers: Record<string, string> = token
      ? { authorization: `Bearer ${token}` }
      : {};
    return new ApiCaller(
      async () => ({ server: stack.server, headers, dispatcher }),
      () => void dispatcher.destroy(),
    );
  }

  async call({
    method,
    path,
    body,
    contentType = 'application/json',
    headers,
  }: ApiCall): Promise<ApiAnswer> {
    const connection = await this.connect();
    const response = await request(`${connection.server}${path}`, {
      method,
      dispatcher: connection.dispatcher,
      headers: {
        ...connection.headers,
        ...(body !== undefined && { 'content-type': contentType }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.body.text();
    return {
      status: response.statusCode,
      body: text.startsWith('{') ? JSON.parse(text) : { message: text },
      headers: response.headers,
    };
  }

  /** For preparation: throws when it does not succeed. */
  async must(call: ApiCall): Promise<ApiAnswer['body']> {
    const answer = await this.call(call);
    if (answer.status >= 300) {
      throw new Error(
        `${call.method} ${call.path}: ${answer.status} ${answer.body.message}`,
      );
    }
    return answer.body;
  }

  destroy(): void {
    this.close();
  }
}

/** The id token that the identity provider gives a person for kubectl. */
export async function mintIdToken(
  stack: TestStack,
  account: string,
): Promise<string> {
  const dispatcher = new Agent({
    connect: { ca: readFileSync(stack.issuerCaFile) },
  });
  try {
    const response = await request(stack.mintUrl, {
      query: { account, client: 'nerds-kubectl' },
      dispatcher,
    });
    const text = await response.body.text();
    return text.startsWith('{') ? JSON.parse(text).idToken : text;
  } finally {
    await dispatcher.close();
  }
}
