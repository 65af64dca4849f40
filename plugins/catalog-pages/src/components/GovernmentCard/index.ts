export { GovernmentCard } from './GovernmentCard';
