export * from './conditions';
export * from './grantablePermissions';
export * from './permissions';
export * from './principal';
export * from './types';
