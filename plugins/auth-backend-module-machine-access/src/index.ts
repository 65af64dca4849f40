export { authModuleMachineAccess as default } from './module';
