export * from './types';
export * from './permissions';
export * from './problems';
export * from './clusterName';
