import { createApp } from '@backstage/frontend-defaults';
import apiDocsPlugin from '@backstage/plugin-api-docs/alpha';
import appModuleUserSettings from '@backstage/plugin-app-module-user-settings';
import authPlugin from '@backstage/plugin-auth';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import catalogGraphPlugin from '@backstage/plugin-catalog-graph/alpha';
import catalogImportPlugin from '@backstage/plugin-catalog-import/alpha';
import homePlugin from '@backstage/plugin-home/alpha';
import notificationsPlugin from '@backstage/plugin-notifications/alpha';
import orgPlugin from '@backstage/plugin-org/alpha';
import scaffolderPlugin from '@backstage/plugin-scaffolder/alpha';
import searchPlugin from '@backstage/plugin-search/alpha';
import signalsPlugin from '@backstage/plugin-signals/alpha';
import techdocsPlugin from '@backstage/plugin-techdocs/alpha';
import userSettingsPlugin from '@backstage/plugin-user-settings/alpha';
import accessPlugin from '@nerds/plugin-access';
import auditLogPlugin from '@nerds/plugin-audit-log';
import catalogPagesModule, {
  apiPagesModule,
} from '@nerds/plugin-catalog-pages';
import catalogSourcesPlugin from '@nerds/plugin-catalog-sources';
import freeTierPlugin from '@nerds/plugin-free-tier';
import scaffolderModuleTemplates, {
  appModuleTemplates,
} from '@nerds/plugin-templates';
import searchPagesModule from '@nerds/plugin-search-pages';
import { dutchMessagesModule } from './messages';
import { authModule } from './modules/auth';
import { catalogImportModule } from './modules/catalogImport';
import { docsModule } from './modules/docs';
import { homeModule } from './modules/home';
import { languageModule } from './modules/language';
import { layoutModule } from './modules/layout';
import { navModule } from './modules/nav';
import { themeModule } from './modules/theme';

export default createApp({
  features: [
    // the frame of the portal
    authModule,
    languageModule,
    layoutModule,
    navModule,
    themeModule,
    dutchMessagesModule,

    // people
    authPlugin,
    homePlugin,
    homeModule,
    notificationsPlugin,
    signalsPlugin,
    userSettingsPlugin,
    appModuleUserSettings,
    accessPlugin,
    auditLogPlugin,

    // software
    apiDocsPlugin,
    apiPagesModule,
    catalogPlugin,
    catalogPagesModule,
    catalogSourcesPlugin,
    catalogGraphPlugin,
    catalogImportPlugin,
    catalogImportModule,
    orgPlugin,
    scaffolderPlugin,
    scaffolderModuleTemplates,
    appModuleTemplates,
    searchPlugin,
    searchPagesModule,
    techdocsPlugin,
    docsModule,

    // infrastructure
    freeTierPlugin,
  ],
});
