export { ActorName } from './ActorName';
export { ActText } from './ActText';
export { ObjectName } from './ObjectName';
export { useActSentence } from './useActSentence';
export { useActorName } from './useActorName';
