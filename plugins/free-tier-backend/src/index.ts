export { freeTierPlugin as default } from './plugin';
