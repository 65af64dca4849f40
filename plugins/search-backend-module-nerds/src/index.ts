export { searchModuleNerds as default } from './module';
