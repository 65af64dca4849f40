export { SourceCard } from './SourceCard';
