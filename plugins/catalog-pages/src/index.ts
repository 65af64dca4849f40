export { apiPagesModule, catalogPagesModule as default } from './module';
export { entityCheckRouteRef, entityErrorsRouteRef } from './routes';
export { catalogPagesTranslationRef } from './translation';
