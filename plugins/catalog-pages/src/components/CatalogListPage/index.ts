export { ApiListPage, CatalogListPage } from './CatalogListPage';
