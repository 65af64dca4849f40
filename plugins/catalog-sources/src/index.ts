export { catalogSourcesPlugin as default } from './plugin';
export { catalogSourcesRouteRef, catalogSourceRouteRef } from './routes';
export { catalogSourcesTranslationRef } from './translation';
