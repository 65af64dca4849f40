export { RunFacts, SourceFacts, StateText } from './SourceFacts';
