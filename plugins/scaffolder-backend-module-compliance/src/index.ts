export { scaffolderModuleCompliance as default } from './module';
