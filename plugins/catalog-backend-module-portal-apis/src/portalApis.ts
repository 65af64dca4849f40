/** One of the portal's own APIs. @internal */
export interface PortalApi {
  /** Plugin that serves it at `/api/<pluginId>/v1`; also the name of the entity. */
  pluginId: string;
  /** Package with `openapi/openapi.yaml`. */
  packageName: string;
  title: string;
  description: string;
}

/** Every API that the portal offers. @internal */
export const PORTAL_APIS: PortalApi[] = [
  {
    pluginId: 'access',
    packageName: '@nerds/plugin-access-backend',
    title: 'Toegang-API',
    description: 'Rollen geven en intrekken, en beoordelen wie waar bij kan.',
  },
  {
    pluginId: 'audit-log',
    packageName: '@nerds/plugin-audit-log-backend',
    title: 'Auditlog-API',
    description:
      'Nalezen wie wat deed in het portaal, en controleren dat er niets aan veranderd is.',
  },
  {
    pluginId: 'catalog',
    packageName: '@nerds/plugin-catalog-backend-module-entity-model',
    title: 'Catalogusfouten-API',
    description:
      'Wat de catalogus niet kon overnemen uit bestanden van uw teams, en wat daaraan te doen is.',
  },
  {
    pluginId: 'catalog-sources',
    packageName: '@nerds/plugin-catalog-sources-backend',
    title: 'Bronnen-API',
    description:
      'Hoe vers de bronnen van de catalogus zijn, en ze nu laten bijwerken.',
  },
  {
    pluginId: 'entity-model',
    packageName: '@nerds/plugin-entity-model-backend',
    title: 'Entiteitenmodel-API',
    description:
      'Controleren of een catalog-info.yaml of publiccode.yml klopt.',
  },
  {
    pluginId: 'free-tier',
    packageName: '@nerds/plugin-free-tier-backend',
    title: 'Free-tier API',
    description:
      'Free-tier clusters aanvragen, volgen, verbinden en verwijderen.',
  },
  {
    pluginId: 'machine-access',
    packageName: '@nerds/plugin-machine-access-backend',
    title: 'Machinetoegang-API',
    description: 'Tokens maken en intrekken voor pipelines en andere machines.',
  },
  {
    pluginId: 'search',
    packageName: '@nerds/plugin-search-backend-module-nerds',
    title: 'Zoek-API',
    description: 'Zoeken in alles wat het portaal kent.',
  },
  {
    pluginId: 'techdocs',
    packageName: '@nerds/plugin-techdocs-backend-module-nerds',
    title: 'Documentatie-API',
    description: 'Documentatie opnieuw laten bouwen, en volgen hoe dat gaat.',
  },
];
