export { RefusableButton } from './RefusableButton';
