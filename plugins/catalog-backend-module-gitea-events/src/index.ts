export { catalogModuleGiteaEvents as default } from './module';
