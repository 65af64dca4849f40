/**
 * Brings the registers of the Dutch government into the software catalog.
 *
 * @packageDocumentation
 */
export { catalogModuleGovernment as default } from './module';
export {
  buildOrganisationName,
  buildRegisterEntityName,
  isTooiUri,
  REGISTER_NAMESPACE,
} from './domain/names';
