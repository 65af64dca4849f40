import { useActorName } from './useActorName';

/** Who did it, by name; the whole reference on hover. @internal */
export function ActorName(props: { actor: string }) {
  const toName = useActorName();
  return <span title={props.actor}>{toName(props.actor)}</span>;
}
