export { RunFacts, SourceFacts } from './SourceFacts';
