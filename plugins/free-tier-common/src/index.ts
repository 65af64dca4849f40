export * from './types';
export * from './permissions';
export * from './conditions';
export * from './problems';
export * from './clusterName';
