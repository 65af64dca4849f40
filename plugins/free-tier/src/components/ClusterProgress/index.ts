export { ClusterProgress } from './ClusterProgress';
