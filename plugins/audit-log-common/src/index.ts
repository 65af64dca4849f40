export * from './conditions';
export * from './permissions';
export * from './types';
