export * from './CatalogSourcesApi';
export * from './CatalogSourcesClient';
