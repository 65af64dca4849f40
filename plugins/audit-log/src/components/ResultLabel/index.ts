export { ResultLabel } from './ResultLabel';
