export * from './conditions';
export * from './evaluateOwnRoles';
export * from './permissions';
export * from './roles';
export * from './types';
