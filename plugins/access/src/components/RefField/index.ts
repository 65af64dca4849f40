export { RefField } from './RefField';
