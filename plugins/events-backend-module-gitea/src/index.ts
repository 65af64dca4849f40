export { eventsModuleGitea as default } from './module';
