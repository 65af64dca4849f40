import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  createApiRouter,
  readLanguage,
  type Language,
  type OpenApiDocument,
} from '@nerds/http-api';
import {
  describeProblem,
  formatFieldPath,
  validateCatalogInfo,
  validatePubliccodeFile,
  type LocatedProblem,
} from '@nerds/plugin-entity-model-common';
import express, { type RequestHandler, type Router } from 'express';
import { FILE_LIMIT, problems, toFileProblem } from './problems';

/** How programs call YAML; the first is the registered name (RFC 9512). */
const YAML_TYPES = [
  'application/yaml',
  'application/x-yaml',
  'text/yaml',
  'text/plain',
];

/** Reads the text of a file, and refuses every other body with the right code. */
function createFileBodyMiddleware(): RequestHandler {
  const parseText = express.text({ limit: FILE_LIMIT.bytes, type: YAML_TYPES });
  return (req, res, next) => {
    // null: there is no body, which is an empty file
    if (req.is(YAML_TYPES) === false) {
      next(problems.problem(415, 'content-type-not-yaml'));
    } else {
      parseText(req, res, next);
    }
  };
}

function toAnswer(found: LocatedProblem[], language: Language) {
  return {
    valid: found.every(({ severity }) => severity !== 'error'),
    problems: found.map(problem => ({
      severity: problem.severity,
      code: problem.code,
      field: formatFieldPath(problem.path),
      line: problem.line,
      column: problem.column,
      ...(problem.entity && { entity: problem.entity }),
      detail: describeProblem(problem, language),
    })),
  };
}

/**
 * The API under `/v1`. People and other parts of the portal get in: nothing is
 * read or kept.
 *
 * @internal
 */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  logger: LoggerService;
  openApi: OpenApiDocument;
}): Router {
  const { httpAuth, logger, openApi } = options;
  return createApiRouter({
    openApi,
    logger,
    toProblem: toFileProblem,
    authenticate: req =>
      httpAuth.credentials(req, { allow: ['user', 'service'] }),
    addRoutes: api => {
      addValidation(api, '/entity-validations', validateCatalogInfo);
      addValidation(api, '/publiccode-validations', validatePubliccodeFile);
    },
  });
}

function addValidation(
  api: Router,
  path: string,
  validate: (text: string) => LocatedProblem[],
): void {
  api.post(path, createFileBodyMiddleware(), (req, res) => {
    const text = typeof req.body === 'string' ? req.body : '';
    res.json(toAnswer(validate(text), readLanguage(req)));
  });
}
