export { EventCards } from './EventCards';
