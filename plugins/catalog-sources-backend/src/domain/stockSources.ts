import type {
  LocalizedText,
  SourceKind,
} from '@nerds/plugin-catalog-sources-common';

/** A source that a stock module of Backstage runs. It does not report its runs. @internal */
export interface StockSource {
  kind: SourceKind;
  title: LocalizedText;
  /** Key below `catalog.providers`. */
  provider: string;
  /** Id of the provider in the configuration. */
  id: string;
}

/**
 * Modules by the id of their tasks, `<prefix>:<id>:refresh`. Read in the
 * providers of the modules of Backstage 1.55; when an update changes one, its
 * source is not on the page any more and the test of the module says so.
 */
const MODULES: {
  prefix: string;
  provider: string;
  kind: SourceKind;
  name: string;
}[] = [
  {
    prefix: 'GitlabDiscoveryEntityProvider',
    provider: 'gitlab',
    kind: 'discovery',
    name: 'GitLab',
  },
  {
    prefix: 'github-provider',
    provider: 'github',
    kind: 'discovery',
    name: 'GitHub',
  },
  {
    prefix: 'gitea-provider',
    provider: 'gitea',
    kind: 'discovery',
    name: 'Forgejo/Gitea',
  },
  {
    prefix: 'KeycloakOrgEntityProvider',
    provider: 'keycloakOrg',
    kind: 'organisation',
    name: 'Keycloak',
  },
  {
    prefix: 'LdapOrgEntityProvider',
    provider: 'ldapOrg',
    kind: 'organisation',
    name: 'LDAP',
  },
  {
    prefix: 'MicrosoftGraphOrgEntityProvider',
    provider: 'microsoftGraphOrg',
    kind: 'organisation',
    name: 'Microsoft Entra ID',
  },
];

const SUFFIX = ':refresh';

/** The source that a task of the catalog runs, when it is one of a stock module. @internal */
export function findStockSource(taskId: string): StockSource | undefined {
  const found = MODULES.find(({ prefix }) => taskId.startsWith(`${prefix}:`));
  if (!found || !taskId.endsWith(SUFFIX)) return undefined;
  const { prefix, provider, kind, name } = found;
  const id = taskId.slice(prefix.length + 1, -SUFFIX.length);
  const title = id === 'default' ? name : `${name}: ${id}`;
  return { kind, provider, id, title: { nl: title, en: title } };
}
