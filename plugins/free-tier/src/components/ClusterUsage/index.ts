export { ClusterUsage } from './ClusterUsage';
