export { techdocsModuleNerds as default } from './module';
