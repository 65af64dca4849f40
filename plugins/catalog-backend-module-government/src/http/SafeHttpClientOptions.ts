/** The proxy of the network between the portal and the internet. @internal */
export interface ProxyOptions {
  /** `http:` or `https:`, with a name and password if it asks for them. */
  url: string;
  /** Hosts that are reached without it, as in `NO_PROXY`. */
  noProxy: string;
}

/** Where a client may go, and how long it tries. @internal */
export interface SafeHttpClientOptions {
  /** Address of the register; the only place where the key goes. */
  baseUrl: URL;
  /** Hosts, with their port unless it is the usual one. */
  allowedHosts: string[];
  /** For tests: allows plain HTTP to this machine, and to nothing else. */
  allowLoopback: boolean;
  apiKey?: string;
  /** For one attempt, from the connection to the last byte. */
  timeoutMs: number;
  /** How often a request is tried again. */
  retries: number;
  /** Wait before the first retry; it doubles each time. */
  backoffMs: number;
  maxBytes: number;
  /** Where https goes through; without it straight to the register. */
  proxy?: ProxyOptions;
  wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}
