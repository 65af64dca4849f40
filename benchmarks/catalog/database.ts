import { Client } from 'pg';

/** Asks one database of the server, as the superuser. */
export async function withDatabase<T>(
  postgresUrl: string,
  database: string,
  use: (client: Client) => Promise<T>,
): Promise<T> {
  const url = new URL(postgresUrl);
  url.pathname = `/${database}`;
  const client = new Client({ connectionString: url.href });
  // An error outside a query is met again by the next one.
  client.on('error', () => {});
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
