export { ClusterConnect } from './ClusterConnect';
