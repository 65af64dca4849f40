export { permissionModuleNerds as default } from './module';
