export { ClusterCards } from './ClusterCards';
