export { findTranslationProblems } from './testing/findTranslationProblems';
export { findViolations } from './testing/findViolations';
export { renderInPortal, type PortalOptions } from './testing/renderInPortal';
