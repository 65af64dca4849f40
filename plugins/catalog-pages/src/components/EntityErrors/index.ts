export { EntityErrorsNotice } from './EntityErrorsNotice';
export { EntityErrorsPage } from './EntityErrorsPage';
