export { catalogModuleGovernment as default } from './module';
