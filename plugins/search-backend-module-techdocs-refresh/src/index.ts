export { searchModuleTechdocsRefresh as default } from './module';
