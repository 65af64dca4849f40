export { freeTierPlugin as default } from './plugin';
export * from './api';
export * from './routes';
export { freeTierTranslationRef } from './translation';
