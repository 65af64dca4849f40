import {
  parseEntityRef,
  stringifyEntityRef,
  type UserEntity,
} from '@backstage/catalog-model';

/** The person who started a task, as far as the scaffolder knows them. @internal */
export interface TaskUser {
  entity?: UserEntity;
  ref?: string;
}

/**
 * Who made the first commit: the person who started the task. Without a name
 * or an address in the catalog the ref stands for them; the address then is one
 * that cannot exist.
 * @internal
 */
export function findAuthor(user: TaskUser | undefined): {
  name: string;
  email: string;
} {
  const ref =
    user?.ref ?? (user?.entity ? stringifyEntityRef(user.entity) : undefined);
  const id = ref
    ? parseEntityRef(ref, { defaultKind: 'user' }).name
    : 'nerds-portaal';
  const { displayName, email } = user?.entity?.spec?.profile ?? {};
  return { name: displayName || id, email: email || `${id}@portal.invalid` };
}
