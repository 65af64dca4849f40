export { freeTierPlugin as default } from './plugin';
export * from './api';
export {
  useRequestCluster,
  type RequestCluster,
} from './hooks/useRequestCluster';
export * from './routes';
export { freeTierTranslationRef } from './translation';
