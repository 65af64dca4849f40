export interface Config {
  host: string;
  port: number;
  metricsPort: number;
  /** Sites whose pages may call this API from a browser. */
  corsOrigins: string[];
  logLevel: string;
}

function readPort(name: string, text: string | undefined, fallback: number): number {
  const port = text === undefined ? fallback : Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`${name} must be a port, not "${text}"`);
  }
  return port;
}

/** What differs from one environment to another comes from environment variables. */
export function readConfig(env: Record<string, string | undefined>): Config {
  return {
    host: env.HOST ?? '0.0.0.0',
    port: readPort('PORT', env.PORT, 8080),
    metricsPort: readPort('METRICS_PORT', env.METRICS_PORT, 9464),
    corsOrigins: (env.CORS_ORIGINS ?? '').split(',').flatMap((origin) => origin.trim() || []),
    logLevel: env.LOG_LEVEL ?? 'info',
  };
}
