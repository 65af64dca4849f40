export { catalogSourcesPlugin as default } from './plugin';
