export { catalogModuleEntityModel as default } from './module';
