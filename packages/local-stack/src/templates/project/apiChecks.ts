import type { HttpAnswer } from '../../network/httpRequest.ts';
import type { RunningProject } from './RunningProject.ts';

/**
 * /core/transport/security-headers of the NL API Design Rules 2.2,
 * https://gitdocumentatie.logius.nl/publicatie/api/adr/2.2/, checked 2026-11.
 */
const SECURITY_HEADERS: [name: string, value: RegExp][] = [
  ['cache-control', /no-store/],
  ['content-security-policy', /frame-ancestors 'none'/],
  ['strict-transport-security', /max-age=\d{6,}/],
  ['x-content-type-options', /^nosniff$/],
  ['x-frame-options', /^DENY$/i],
];

const ELSEWHERE = 'https://elsewhere.example';

interface OpenApi {
  openapi?: string;
  info?: { version?: string };
  paths?: Record<string, unknown>;
}

function checkHeaders(
  what: string,
  { headers }: HttpAnswer,
  version: string,
): string[] {
  const problems = SECURITY_HEADERS.filter(
    ([name, value]) => !value.test(String(headers[name] ?? '')),
  ).map(([name]) => `${what}: header ${name} is "${headers[name] ?? ''}"`);
  if (headers['api-version'] !== version) {
    problems.push(
      `${what}: API-Version is "${
        headers['api-version'] ?? ''
      }", not ${version}`,
    );
  }
  const allowed = headers['access-control-allow-origin'];
  if (allowed === '*' || allowed === ELSEWHERE) {
    problems.push(`${what}: any other site may read it (CORS)`);
  }
  return problems;
}

function checkProblem(
  what: string,
  { status, headers, body }: HttpAnswer,
  wanted: number,
): string[] {
  const type = String(headers['content-type'] ?? '');
  if (status !== wanted || !type.startsWith('application/problem+json')) {
    return [
      `${what} answers ${status} ${type}, not ${wanted} application/problem+json`,
    ];
  }
  // https://www.rfc-editor.org/rfc/rfc9457
  const problem = JSON.parse(body) as { status?: number; title?: string };
  return problem.status === wanted && problem.title
    ? []
    : [`${what}: the problem has no status ${wanted} or no title`];
}

/**
 * What the NL API Design Rules say that only a running API can show: the
 * description, the version, problems, trailing slashes, headers and CORS.
 *
 * @param base - path of the API, with its major version
 * @internal
 */
export async function checkLiveApi(
  project: RunningProject,
  base: string,
): Promise<string[]> {
  const get = (path: string) =>
    project.get(`${base}${path}`, { Origin: ELSEWHERE });
  const description = await get('/openapi.json');
  const type = String(description.headers['content-type'] ?? '');
  if (description.status !== 200 || !type.startsWith('application/json')) {
    return [`${base}/openapi.json answers ${description.status} ${type}`];
  }
  const openApi = JSON.parse(description.body) as OpenApi;
  const version = openApi.info?.version ?? 'unknown';
  const collection = Object.keys(openApi.paths ?? {}).find(
    path => !path.includes('{') && path !== '/openapi.json',
  );
  if (!openApi.openapi?.startsWith('3.') || !collection) {
    return [`${base}/openapi.json is no OpenAPI 3 with a collection`];
  }
  const found = await get(collection);
  const slash = await get(`${collection}/`);
  const missing = await get(`/nothing-here`);
  return [
    ...(found.status === 200 ? [] : [`${collection} answers ${found.status}`]),
    ...checkProblem(`${collection}/ (trailing slash)`, slash, 404),
    ...checkProblem('an address that does not exist', missing, 404),
    ...checkHeaders('openapi.json', description, version),
    ...checkHeaders(collection, found, version),
    ...checkHeaders('a 404', missing, version),
  ];
}
