export { authServiceFactory as default } from './authServiceFactory';
export { KeptTokens } from './KeptTokens';
