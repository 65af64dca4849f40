import { checkSecurityTxt } from '../checks/securityTxt.ts';
import type { TemplateTest } from '../TemplateTestFile.ts';
import type { RunningProject } from './RunningProject.ts';

/** A number that could be somebody's, sent along to see that it is not kept. */
const PERSONAL = '123456782';

/** What it must say to whoever looks for a place to report a weakness. @internal */
export async function checkServedSecurityTxt(
  project: RunningProject,
): Promise<string[]> {
  const { status, headers, body } = await project.get(
    '/.well-known/security.txt',
  );
  if (
    status !== 200 ||
    !String(headers['content-type']).startsWith('text/plain')
  ) {
    return [
      `/.well-known/security.txt answers ${status} ${headers['content-type']}`,
    ];
  }
  return checkSecurityTxt(body, new Date());
}

/** Numbers in Prometheus form, on a port of their own. @internal */
export async function checkMetrics(
  project: RunningProject,
  path: string,
): Promise<string[]> {
  const outside = await project.get(path);
  const problems =
    outside.status === 404 ? [] : [`${path} is there for everyone as well`];
  const response = await fetch(`${project.metricsUrl}${path}`).catch(
    (error: Error) => error,
  );
  if (response instanceof Error) {
    return [...problems, `${path} on METRICS_PORT: ${response.message}`];
  }
  const text = await response.text();
  // https://opentelemetry.io/docs/specs/semconv/http/http-metrics/, checked 2026-11
  if (
    !/^http_server_request_duration_seconds_count\{[^}]*\} [\d.]+/m.test(text)
  ) {
    problems.push('there is no http_server_request_duration_seconds');
  }
  return text.includes(PERSONAL)
    ? [...problems, 'what was asked is in the metrics']
    : problems;
}

/** Lines of JSON that do not tell who asked what. @internal */
export async function checkLogs(project: RunningProject): Promise<string[]> {
  await project.get(`/nothing-here?bsn=${PERSONAL}`, {
    'User-Agent': `browser-of-${PERSONAL}`,
    'X-Forwarded-For': '203.0.113.7',
    Authorization: `Bearer ${PERSONAL}`,
  });
  const output = await project.readSettledOutput();
  const problems: string[] = [];
  for (const kept of [PERSONAL, '203.0.113.7']) {
    if (output.includes(kept)) {
      problems.push(`the log holds ${kept}, which came with a request`);
    }
  }
  // npm and its like announce what they run
  const lines = output
    .split('\n')
    .filter(line => line.trim() !== '' && !line.startsWith('> '));
  const plain = lines.find(line => !isJsonObject(line));
  if (plain !== undefined) {
    problems.push(`the log has a line that is not JSON: ${plain}`);
  }
  if (lines.length === 0) {
    problems.push('there is no log');
  }
  return problems;
}

function isJsonObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null;
  } catch {
    return false; // that is the answer
  }
}

/** The requests that a template lists itself. @internal */
export async function checkRequests(
  project: RunningProject,
  requests: TemplateTest['requests'],
): Promise<string[]> {
  const problems: string[] = [];
  for (const { get, status, type } of requests) {
    const answer = await project.get(get);
    const found = String(answer.headers['content-type'] ?? '');
    if (answer.status !== status || (type && !found.startsWith(type))) {
      problems.push(
        `${get} answers ${answer.status} ${found}, not ${status} ${type ?? ''}`,
      );
    }
  }
  return problems;
}
