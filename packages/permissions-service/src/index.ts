export { permissionsServiceFactory as default } from './permissionsServiceFactory';
