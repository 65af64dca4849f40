export { DetailsButton } from './DetailsButton';
