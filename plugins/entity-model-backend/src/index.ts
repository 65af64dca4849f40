export { entityModelPlugin as default } from './plugin';
