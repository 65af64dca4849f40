import { createReadStream, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Client } from 'pg';

/** A text that must not be found anywhere, and what it is. */
export interface Secret {
  name: string;
  text: string;
}

/** Where a secret was found. */
export interface Finding {
  secret: string;
  place: string;
}

/** Shorter than any secret of ours; a shorter text would be found by chance. */
const MIN_CHARACTERS = 16;

const home = process.env.NERDS_HOME ?? path.resolve(__dirname, '../.nerds');

/** Keys of secrets in the JSON files of the stack: passwords, and private parts of a JWK. */
const SECRET_KEY = /secret|password|token|cookie|^(d|p|q|dp|dq|qi|k)$/i;

function readJsonSecrets(value: unknown, name: string): Secret[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) =>
    typeof item === 'string' && SECRET_KEY.test(key)
      ? [{ name: `${name} ${key}`, text: item }]
      : readJsonSecrets(item, name),
  );
}

/** The longest line of a PEM or kubeconfig value stands for all of it. */
function readPemSecret(content: string, name: string): Secret[] {
  const lines = content
    .split('\n')
    .filter(line => !line.startsWith('-----') && line.trim() !== '');
  return lines.length > 0 ? [{ name, text: lines[0].trim() }] : [];
}

function readKubeconfigSecrets(content: string, name: string): Secret[] {
  const keys = content.matchAll(/^\s*(client-key-data|token):\s*(\S+)/gm);
  return [...keys].map(([, key, text]) => ({ name: `${name} ${key}`, text }));
}

/** What the stack itself keeps secret: passwords, keys, tokens of its parts. */
export function readStackSecrets(): Secret[] {
  const secrets = path.join(home, 'secrets');
  const kubernetes = path.join(home, 'kubernetes');
  const ofStack = readdirSync(secrets)
    .filter(file => !file.endsWith('.crt'))
    .flatMap(file => {
      const content = readFileSync(path.join(secrets, file), 'utf8');
      if (file.endsWith('.json')) {
        return readJsonSecrets(JSON.parse(content), file);
      }
      return file.endsWith('.key')
        ? readPemSecret(content, file)
        : [{ name: file, text: content.trim() }];
    });
  const ofKubernetes = readdirSync(kubernetes)
    .filter(file => file.endsWith('.kubeconfig'))
    .flatMap(file =>
      readKubeconfigSecrets(
        readFileSync(path.join(kubernetes, file), 'utf8'),
        file,
      ),
    );
  return [...ofStack, ...ofKubernetes].filter(
    ({ text }) => text.length >= MIN_CHARACTERS,
  );
}

/** What can be found in a dump or a log: as it is, and as it stands in an address. */
function toNeedles({ name, text }: Secret): Secret[] {
  const encoded = encodeURIComponent(text);
  return encoded === text
    ? [{ name, text }]
    : [
        { name, text },
        { name, text: encoded },
      ];
}

async function withClient<T>(
  database: string,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const file = path.join(home, 'secrets', 'portal-environment.json');
  const environment = JSON.parse(readFileSync(file, 'utf8'));
  const client = new Client({
    host: environment.POSTGRES_HOST,
    port: Number(environment.POSTGRES_PORT),
    user: environment.POSTGRES_USER,
    password: environment.POSTGRES_PASSWORD,
    database,
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function searchTable(
  client: Client,
  table: string,
  needles: Secret[],
): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT DISTINCT needle.name
       FROM (SELECT t::text AS text FROM ${table} AS t OFFSET 0) AS line
       JOIN unnest($1::text[], $2::text[]) AS needle (name, text)
         ON position(needle.text IN line.text) > 0`,
    [needles.map(({ name }) => name), needles.map(({ text }) => text)],
  );
  return rows.map(({ name }) => name);
}

/** Names of the databases of the portal: one for each plugin, and the audit log. */
export function listDatabases(): Promise<string[]> {
  return withClient('postgres', async client => {
    const { rows } = await client.query<{ datname: string }>(
      `SELECT datname FROM pg_database
         WHERE datname LIKE 'backstage\\_plugin\\_%' OR datname = 'nerds_audit_log'
         ORDER BY datname`,
    );
    return rows.map(({ datname }) => datname);
  });
}

/** Searches every row of every table of a database, as text. */
export function searchDatabase(
  database: string,
  secrets: Secret[],
): Promise<Finding[]> {
  const needles = secrets.flatMap(toNeedles);
  return withClient(database, async client => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
         WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const findings: Finding[] = [];
    for (const { name: table } of rows) {
      for (const secret of await searchTable(client, table, needles)) {
        findings.push({ secret, place: `${database} ${table}` });
      }
    }
    return findings;
  });
}

function listFiles(directory: string): string[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map(file => path.join(directory, file))
    .filter(file => statSync(file).isFile());
}

/** Searches every log of every part of the stack. */
export async function searchLogs(secrets: Secret[]): Promise<Finding[]> {
  const needles = secrets.flatMap(toNeedles);
  const findings: Finding[] = [];
  for (const file of listFiles(path.join(home, 'logs'))) {
    const found = new Set<string>();
    for await (const line of createInterface({
      input: createReadStream(file),
    })) {
      for (const { name, text } of needles) {
        if (line.includes(text)) found.add(name);
      }
    }
    for (const secret of found) {
      findings.push({ secret, place: path.relative(home, file) });
    }
  }
  return findings;
}
