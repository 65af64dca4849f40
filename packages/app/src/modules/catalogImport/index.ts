export { catalogImportModule } from './catalogImportModule';
