export { OwnSoftware } from './OwnSoftware';
