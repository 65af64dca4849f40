export { catalogModuleKeycloakOrganisation as default } from './module';
