export { EntityCheckPage } from './EntityCheckPage';
