import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import {
  HttpMethod,
  KubeConfig,
  RequestContext,
  type Cluster,
  type DispatcherOptions,
} from '@kubernetes/client-node';
import { Agent, ProxyAgent, type Dispatcher } from 'undici';

// Node closes an idle connection after 4 s by default. A cluster is asked for
// less often than that; a new connection costs two round trips and a handshake.
const KEEP_ALIVE_MS = 60_000;
// Parallel requests per region; more wait for a free connection.
const MAX_CONNECTIONS = 64;

/** There is no kubeconfig (yet), or nothing usable in it. @internal */
export class KubeconfigError extends Error {
  readonly name = 'KubeconfigError';

  constructor(readonly reason: 'Missing' | 'Invalid', message: string) {
    super(message);
  }
}

/** What one request needs of the connection. @internal */
export interface ConnectionParameters {
  /** URL of the API server, without a slash at the end. */
  server: string;
  /** With the authorization. */
  headers: Record<string, string>;
  dispatcher: Dispatcher;
}

class PooledKubeConfig extends KubeConfig {
  #pool?: Dispatcher;

  async getParameters(): Promise<ConnectionParameters> {
    const server = trimSlash(requireCluster(this).server);
    // Only carries what the authentication sets; nothing is sent with it.
    const context = new RequestContext(server, HttpMethod.GET);
    await this.applySecurityAuthentication(context);
    return {
      server,
      headers: context.getHeaders(),
      dispatcher: (this.#pool ??= buildPool({ type: 'none' })),
    };
  }

  /** Keeps one pool, where the client would make a new one for each request. */
  override createDispatcherOptions(
    ...args: Parameters<KubeConfig['createDispatcherOptions']>
  ): DispatcherOptions {
    this.#pool ??= buildPool(super.createDispatcherOptions(...args));
    return { type: 'none' };
  }

  close(): void {
    // Lets running requests finish; how it ends changes nothing for anyone.
    this.#pool?.close().catch(() => {});
  }
}

/**
 * The connection to one host cluster: kubeconfig, credentials and pool.
 *
 * @remarks
 * The kubeconfig is read again when its file changes, so a renewed token or a
 * rebuilt host cluster needs no restart. The only file that imports the
 * Kubernetes client: it reads kubeconfigs and refreshes credentials (files,
 * exec plugins) as kubectl does. Its generated API classes are not used: they
 * open a new TLS connection for every request (2.0.1).
 *
 * @internal
 */
export class KubeconfigConnection {
  #current?: { version: string; config: Promise<PooledKubeConfig> };

  /** @param kubeconfigFile - absent: the account of the pod this runs in */
  constructor(private readonly kubeconfigFile?: string) {}

  /** @throws KubeconfigError when there is none, or nothing usable in it */
  async getParameters(): Promise<ConnectionParameters> {
    const config = await this.#load();
    return config.getParameters();
  }

  /** The API server as clients reach it, with its CA. */
  async getServer(): Promise<{
    server: string;
    certificateAuthorityData?: string;
  }> {
    const cluster = requireCluster(await this.#load());
    const certificateAuthorityData = cluster.caFile
      ? (await readFile(cluster.caFile)).toString('base64')
      : cluster.caData;
    return {
      server: trimSlash(cluster.server),
      ...(certificateAuthorityData && { certificateAuthorityData }),
    };
  }

  /** Closes the pool once what runs is done. */
  close(): void {
    // A kubeconfig that could not be read has no pool to close.
    this.#current?.config.then(config => config.close()).catch(() => {});
    this.#current = undefined;
  }

  async #load(): Promise<PooledKubeConfig> {
    const version = await this.#readVersion();
    if (this.#current?.version !== version) {
      this.close();
      // The promise, so that requests at the same moment share one pool.
      this.#current = { version, config: this.#read() };
    }
    const current = this.#current;
    try {
      return await current.config;
    } catch (error) {
      // It may have been half written: read it again next time.
      if (this.#current === current) {
        this.#current = undefined;
      }
      throw error;
    }
  }

  async #readVersion(): Promise<string> {
    if (!this.kubeconfigFile) {
      return 'in-cluster';
    }
    try {
      const { mtimeMs, ino, size } = await stat(this.kubeconfigFile);
      return `${mtimeMs}/${ino}/${size}`;
    } catch (error) {
      throw new KubeconfigError(
        'Missing',
        `Cannot read kubeconfig ${this.kubeconfigFile}: ${error}`,
      );
    }
  }

  async #read(): Promise<PooledKubeConfig> {
    const config = new PooledKubeConfig();
    try {
      if (this.kubeconfigFile) {
        config.loadFromString(await readFile(this.kubeconfigFile, 'utf8'));
        config.makePathsAbsolute(path.dirname(this.kubeconfigFile));
      } else {
        config.loadFromCluster();
      }
      requireCluster(config);
      return config;
    } catch (error) {
      // The parser's message may quote the file, and with it a token.
      throw new KubeconfigError(
        'Invalid',
        `Nothing usable in kubeconfig ${
          this.kubeconfigFile ?? '(in cluster)'
        }: ${
          error instanceof KubeconfigError ? error.message : 'cannot be parsed'
        }`,
      );
    }
  }
}

function buildPool(options: DispatcherOptions): Dispatcher {
  const pool = {
    // HTTP/1.1: a dropped connection then fails one request, not all of them.
    allowH2: false,
    connections: MAX_CONNECTIONS,
    keepAliveTimeout: KEEP_ALIVE_MS,
  };
  switch (options.type) {
    case 'agent':
      return new Agent({ ...pool, connect: options.connect });
    case 'none':
      return new Agent(pool);
    case 'proxy':
      return new ProxyAgent({
        ...pool,
        uri: options.uri,
        requestTls: options.requestTls,
      });
    case 'socks':
    default:
      throw new KubeconfigError('Invalid', 'SOCKS proxies are not supported');
  }
}

function requireCluster(config: KubeConfig): Cluster {
  const cluster = config.getCurrentCluster();
  if (!cluster?.server) {
    throw new KubeconfigError('Invalid', 'it names no current cluster');
  }
  return cluster;
}

function trimSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
