import { parseEntityRef } from '@backstage/catalog-model';
import { useApi, useTranslationRef } from '@backstage/frontend-plugin-api';
import { type Resource, useLanguage, useResource } from '@nerds/page-parts';
import type {
  GrantableRole,
  OwnAccess,
  Person,
  RoleDescription,
} from '@nerds/plugin-access-common';
import { useCallback } from 'react';
import { accessApiRef } from '../api';
import { toEntityName } from '../domain/entityName';
import { listHolders } from '../domain/holders';
import { accessTranslationRef } from '../translation';

/** Who there is, what they are, and how to name them to people. @internal */
export interface Directory {
  me: Resource<OwnAccess>;
  roles: Resource<RoleDescription[]>;
  people: Resource<Person[]>;
  /** Name of a person, “groep platform” for a group. */
  toName: (ref: string) => string;
  /** Names of who has a role for a team, as “A, B of C”; empty when the portal knows nobody. */
  toHoldersFor: (role: GrantableRole, team: string) => string;
  /** Names of who has a role; a hint when nobody has. */
  toHolders: (role: GrantableRole) => string;
}

function isGroup(ref: string): boolean {
  try {
    return parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'group';
  } catch {
    // Accepted loss: what is no entity ref is shown as it came.
    return false;
  }
}

/**
 * Reads the own access, the roles and the people that every page needs to say
 * who is who. Roles and people that cannot be read leave a page that works:
 * names from entity refs, and a hint instead of a name.
 * @internal
 */
export function useDirectory(): Directory {
  const { t } = useTranslationRef(accessTranslationRef);
  const api = useApi(accessApiRef);
  const language = useLanguage();
  const me = useResource(
    useCallback(signal => api.getOwnAccess({ signal }), [api]),
  );
  const roles = useResource(
    useCallback(signal => api.listRoles({ signal }), [api]),
  );
  const people = useResource(
    useCallback(signal => api.listPeople({ signal }), [api]),
  );
  const toName = (ref: string) => {
    const person = people.value?.find(candidate => candidate.ref === ref);
    if (person?.displayName) return person.displayName;
    return isGroup(ref)
      ? t('name.group', { name: toEntityName(ref) })
      : toEntityName(ref);
  };
  const format = (refs: string[]) =>
    new Intl.ListFormat(language, { type: 'disjunction' }).format(
      refs.map(toName),
    );
  return {
    me,
    roles,
    people,
    toName,
    toHolders: role =>
      format(listHolders(roles.value ?? [], role)) || t('ask.operator'),
    toHoldersFor: (role, team) =>
      format(
        listHolders(roles.value ?? [], role, { team, people: people.value }),
      ),
  };
}
