export * from './annotations';
export * from './values';
