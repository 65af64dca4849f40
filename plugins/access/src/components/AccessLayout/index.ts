export { AccessLayout } from './AccessLayout';
