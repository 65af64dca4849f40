export { ClusterStateLabel } from './ClusterStateLabel';
