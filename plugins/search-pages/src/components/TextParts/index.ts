export { TextParts } from './TextParts';
