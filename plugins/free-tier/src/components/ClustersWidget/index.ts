export { ClustersWidget } from './ClustersWidget';
