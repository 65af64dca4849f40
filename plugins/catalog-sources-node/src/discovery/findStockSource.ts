import type { SourceKind } from '@nerds/plugin-catalog-sources-common';
import type { SourceRegistration } from '../CatalogSourcesService';

interface StockModule {
  /** How the names of its providers start. */
  prefix: string;
  /** How the ids of its sources start. */
  id: string;
  kind: SourceKind;
  name: string;
}

/**
 * The modules of Backstage whose runs are reported, by the names of their
 * providers. Read in the modules that go with Backstage 1.55; each provider
 * has one task, `<name>:refresh`.
 */
const MODULES: StockModule[] = [
  {
    prefix: 'GitlabDiscoveryEntityProvider',
    id: 'gitlab',
    kind: 'discovery',
    name: 'GitLab',
  },
  {
    prefix: 'github-provider',
    id: 'github',
    kind: 'discovery',
    name: 'GitHub',
  },
  {
    prefix: 'GithubMultiOrgEntityProvider',
    id: 'github-org',
    kind: 'organisation',
    name: 'GitHub (teams)',
  },
  {
    prefix: 'gitea-provider',
    id: 'gitea',
    kind: 'discovery',
    name: 'Forgejo/Gitea',
  },
  {
    prefix: 'KeycloakOrgEntityProvider',
    id: 'keycloak',
    kind: 'organisation',
    name: 'Keycloak',
  },
  {
    prefix: 'LdapOrgEntityProvider',
    id: 'ldap',
    kind: 'organisation',
    name: 'LDAP',
  },
  {
    prefix: 'MicrosoftGraphOrgEntityProvider',
    id: 'msgraph',
    kind: 'organisation',
    name: 'Microsoft Entra ID',
  },
];

/** Of a name; what is left is how the operator has called it. */
const SEPARATOR = ':';

/**
 * The source that a provider of a stock module brings.
 *
 * @param providerName - for example `gitea-provider:projecten`
 * @returns nothing for a provider of another module
 * @internal
 */
export function findStockSource(
  providerName: string,
): Required<SourceRegistration> | undefined {
  const found = MODULES.find(({ prefix }) =>
    providerName.startsWith(`${prefix}${SEPARATOR}`),
  );
  if (!found) return undefined;
  const { prefix, id, kind, name } = found;
  const own = providerName.slice(prefix.length + SEPARATOR.length);
  const title = own === 'default' ? name : `${name}: ${own}`;
  return {
    id: `${id}:${own}`,
    title: { nl: title, en: title },
    kind,
    taskId: `${providerName}:refresh`,
  };
}
