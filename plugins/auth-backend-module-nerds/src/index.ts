export { authModuleNerds as default } from './module';
