export * from './conditions';
export * from './entityVisibility';
export * from './evaluateOwnership';
export * from './evaluateOwnRoles';
export * from './permissions';
export * from './readEntityReaders';
export * from './roles';
export * from './types';
