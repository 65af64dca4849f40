export { createApiRouter, type ApiRouterOptions } from './createApiRouter';
export { readLanguage, type Language, type LocalizedText } from './language';
export { handle } from './handle';
export {
  COMMON_PROBLEM_CODES,
  type CommonProblemCode,
} from './problems/commonProblemCodes';
export {
  formatLocalized,
  ProblemFactory,
  type ProblemCodes,
  type ProblemValues,
} from './problems/ProblemFactory';
export {
  HttpProblem,
  type FieldFinding,
  type FieldProblem,
  type HttpProblemOptions,
  type Problem,
} from './problems/HttpProblem';
export { toActionError } from './problems/toActionError';
export { createJsonBodyMiddleware } from './middleware/createJsonBodyMiddleware';
export { createProblemMiddleware } from './middleware/createProblemMiddleware';
export { readOpenApiDocument, type OpenApiDocument } from './openApiDocument';
