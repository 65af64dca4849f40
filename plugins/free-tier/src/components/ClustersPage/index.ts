export { ClustersPage } from './ClustersPage';
export { RequestClusterButton } from './RequestClusterButton';
