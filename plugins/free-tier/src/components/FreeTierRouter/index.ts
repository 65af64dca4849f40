export { FreeTierRouter } from './FreeTierRouter';
