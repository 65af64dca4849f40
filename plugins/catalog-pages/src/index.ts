export { apiPagesModule, catalogPagesModule as default } from './module';
export { catalogPagesTranslationRef } from './translation';
