export { accessPlugin as default } from './plugin';
export * from './api';
export * from './routes';
export { accessTranslationRef } from './translation';
