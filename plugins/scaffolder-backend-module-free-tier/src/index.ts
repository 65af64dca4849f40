export { scaffolderModuleFreeTier as default } from './module';
