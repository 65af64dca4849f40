export { ConfirmDialog, type ConfirmDialogProps } from './ConfirmDialog';
export { CopyButton } from './CopyButton';
export {
  isPortalApiError,
  PortalApiError,
  type FieldProblem,
  type Problem,
} from './http/PortalApiError';
export {
  PortalHttpClient,
  type ClientOptions,
  type RequestOptions,
} from './http/PortalHttpClient';
export { ProblemAlert, type ProblemAlertProps } from './ProblemAlert';
export { useCall, type Call } from './useCall';
export { formatDistance, formatMoment } from './moment';
export { readCatalogMessage } from './readCatalogMessage';
export { toLocale } from './toLocale';
export { toLanguage, useLanguage, type Language } from './useLanguage';
export { useResource, type Resource } from './useResource';
