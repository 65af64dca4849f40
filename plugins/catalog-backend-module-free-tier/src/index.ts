export { catalogModuleFreeTier as default } from './module';
