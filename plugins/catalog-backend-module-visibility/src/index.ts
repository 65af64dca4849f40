export { catalogModuleVisibility as default } from './module';
