export * from './annotations';
export * from './answers';
export * from './values';
export {
  validateCatalogInfo,
  validatePubliccodeFile,
} from './files/validateFiles';
export { ANNOTATION_FIELDS } from './model/annotationFields';
export type { EntityField, FieldScope, FieldValue } from './model/EntityField';
export { KIND_FIELDS } from './model/kindFields';
export { describeProblem, formatFieldPath } from './problems/describeProblem';
export type {
  EntityModelLanguage,
  EntityModelProblem,
  FieldPath,
  LocatedProblem,
  ProblemSeverity,
} from './problems/EntityModelProblem';
export {
  ENTITY_MODEL_PROBLEM_TEXTS,
  type EntityModelProblemCode,
  type EntityModelText,
} from './problems/problemTexts';
export { PUBLICCODE_CATEGORIES } from './publiccode/categories';
export {
  PUBLICCODE_CURRENT_VERSION,
  PUBLICCODE_DEVELOPMENT_STATUSES,
  PUBLICCODE_MAINTENANCE_TYPES,
  PUBLICCODE_SOFTWARE_TYPES,
  PUBLICCODE_VERSIONS,
  publiccodeSchema,
  type Publiccode,
} from './publiccode/publiccodeSchema';
export { validatePubliccode } from './publiccode/validatePubliccode';
export {
  isInRepositoryOf,
  toRepositoryUrl,
} from './repositories/isInRepositoryOf';
export { validateEntity } from './validation/validateEntity';
