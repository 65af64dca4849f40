export { scaffolderModuleTechdocs as default } from './module';
