import type {
  HttpAuthService,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  createHeadersMiddleware,
  createProblemMiddleware,
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
import express, { Router, type RequestHandler } from 'express';
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
 * The API under `/v1`.
 *
 * @remarks
 * The plugin opens `/v1` in Backstage's own barrier and this router is the
 * barrier instead, for Backstage answers a missing token in a form of its own.
 * People and other parts of the portal get in: nothing is read or kept.
 *
 * @internal
 */
export function createRouter(options: {
  httpAuth: HttpAuthService;
  logger: LoggerService;
  openApi: OpenApiDocument;
}): Router {
  const { httpAuth, logger, openApi } = options;
  // NL API Design Rules 2.2 `/core/no-trailing-slash`: `/x/` does not exist.
  const api = Router({ strict: true, caseSensitive: true });
  api.use(createHeadersMiddleware(openApi.info.version));

  api.get('/openapi.json', (_req, res) => {
    // Public, so that any site may show it: NL API Design Rules 2.2 `/core/publish-openapi`.
    res.set('Access-Control-Allow-Origin', '*').json(openApi);
  });

  api.use((req, _res, next) => {
    httpAuth
      .credentials(req, { allow: ['user', 'service'] })
      .then(() => next(), next);
  });

  const addValidation = (
    path: string,
    validate: (text: string) => LocatedProblem[],
  ) =>
    api.post(path, createFileBodyMiddleware(), (req, res) => {
      const text = typeof req.body === 'string' ? req.body : '';
      res.json(toAnswer(validate(text), readLanguage(req)));
    });
  addValidation('/entity-validations', validateCatalogInfo);
  addValidation('/publiccode-validations', validatePubliccodeFile);

  api.use(() => {
    throw problems.problem(404, 'route-not-found');
  });
  api.use(createProblemMiddleware({ logger, toProblem: toFileProblem }));

  const router = Router();
  router.use('/v1', api);
  return router;
}
