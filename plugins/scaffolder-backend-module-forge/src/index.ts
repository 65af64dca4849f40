export { scaffolderModuleForge as default } from './module';
