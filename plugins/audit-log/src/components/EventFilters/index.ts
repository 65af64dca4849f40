export { EventFilters } from './EventFilters';
