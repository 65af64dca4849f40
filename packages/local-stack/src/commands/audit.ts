import { readFileSync } from 'node:fs';
import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { exportEvents, type ExportFormat } from '../audit-log/exportEvents.ts';
import {
  AUDIT_LOG_DATABASE,
  setUpAuditLog,
} from '../audit-log/setUpAuditLog.ts';
import { verifyChain, type ExpectedEvent } from '../audit-log/verifyChain.ts';
import { CliError } from '../console/CliError.ts';
import { printLine } from '../console/output.ts';
import { buildStackPaths } from '../paths.ts';
import { PORTAL_ROLE } from '../postgres/preparePortalRole.ts';
import { withClient } from '../postgres/runSql.ts';
import { buildEnvironmentFile } from '../supervisor/LocalStack.ts';

const USAGE = `Usage:
  ./nerds audit verify [--database-url URL] [--expect SEQUENCE:HASH]
  ./nerds audit export --format csv|jsonl [--database-url URL]
  ./nerds audit setup --database-url URL [--role ROLE] [--database NAME] [--retention-days N]`;

const OPTIONS = {
  'database-url': { type: 'string' },
  expect: { type: 'string' },
  format: { type: 'string' },
  role: { type: 'string' },
  database: { type: 'string' },
  'retention-days': { type: 'string' },
} as const;

interface Values {
  'database-url'?: string;
  expect?: string;
  format?: string;
  role?: string;
  database?: string;
  'retention-days'?: string;
}

/** The audit log of the local stack, as the portal connects to it. */
function readLocalUrl(): string {
  const { home } = buildStackPaths(process.env.NERDS_HOME);
  let environment: Record<string, string>;
  try {
    environment = JSON.parse(readFileSync(buildEnvironmentFile(home), 'utf8'));
  } catch {
    throw new CliError(
      'There is no local stack. Start it with ./nerds start, or give --database-url.',
    );
  }
  const url = new URL('postgresql://localhost');
  url.hostname = environment.POSTGRES_HOST;
  url.port = environment.POSTGRES_PORT;
  url.username = environment.POSTGRES_USER;
  url.password = environment.POSTGRES_PASSWORD;
  url.pathname = environment.AUDIT_LOG_DATABASE;
  return url.href;
}

/** @internal */
export function parseExpected(
  text: string | undefined,
): ExpectedEvent | undefined {
  if (text === undefined) {
    return undefined;
  }
  const match = /^([1-9]\d*):([0-9a-f]{64})$/i.exec(text);
  if (!match) {
    throw new CliError(`--expect takes <sequence>:<hash>, not "${text}"`, 2);
  }
  return { sequence: Number(match[1]), hash: match[2] };
}

/** @internal */
export function parseRetentionDays(
  text: string | undefined,
): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  if (!/^[1-9]\d{0,4}$/.test(text)) {
    throw new CliError(`--retention-days takes a number, not "${text}"`, 2);
  }
  return Number(text);
}

async function verify(values: Values): Promise<number> {
  const expected = parseExpected(values.expect);
  const url = values['database-url'] ?? readLocalUrl();
  const report = await withClient(url, client => verifyChain(client, expected));
  if (report.state === 'broken') {
    process.stderr.write(
      `The audit log is NOT intact at event ${report.brokenAt}: ${report.problem}.\n`,
    );
    return 1;
  }
  const { sequence, hash } = report.last;
  printLine(`The audit log is intact: ${report.checkedCount} events checked.`);
  if (sequence > 0) {
    printLine(`To compare with later: --expect ${sequence}:${hash}`);
  }
  return 0;
}

async function exportAll(values: Values): Promise<number> {
  const { format } = values;
  if (format !== 'csv' && format !== 'jsonl') {
    throw new CliError(USAGE, 2);
  }
  const url = values['database-url'] ?? readLocalUrl();
  await withClient(url, async client => {
    for await (const line of exportEvents(client, format as ExportFormat)) {
      if (!process.stdout.write(line)) {
        await once(process.stdout, 'drain');
      }
    }
  });
  return 0;
}

async function setup(values: Values): Promise<number> {
  const url = values['database-url'];
  if (!url) {
    throw new CliError(USAGE, 2);
  }
  const database = values.database ?? AUDIT_LOG_DATABASE;
  const role = values.role ?? PORTAL_ROLE;
  await setUpAuditLog(url, {
    role,
    database,
    retentionDays: parseRetentionDays(values['retention-days']),
  });
  printLine(
    `The audit log is ready in the database ${database}; ${role} may read it and append to it.`,
  );
  return 0;
}

const COMMANDS: Record<string, (values: Values) => Promise<number>> = {
  verify,
  export: exportAll,
  setup,
};

/** @internal */
export async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    options: OPTIONS,
    allowPositionals: true,
  });
  const [name, ...rest] = positionals;
  const command = Object.hasOwn(COMMANDS, name ?? '')
    ? COMMANDS[name]
    : undefined;
  if (!command || rest.length > 0) {
    throw new CliError(USAGE, 2);
  }
  try {
    return await command(values);
  } catch (error) {
    if (error instanceof CliError || !(error instanceof Error)) {
      throw error;
    }
    // Messages of PostgreSQL name the role and the database, never the password.
    throw new CliError(error.message);
  }
}
