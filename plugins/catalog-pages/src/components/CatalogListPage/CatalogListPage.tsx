import {
  configApiRef,
  useApi,
  useRouteRef,
  useTranslationRef,
  type ExternalRouteRef,
} from '@backstage/frontend-plugin-api';
import catalogPlugin, {
  catalogTranslationRef,
} from '@backstage/plugin-catalog/alpha';
import apiDocsPlugin, {
  apiDocsTranslationRef,
} from '@backstage/plugin-api-docs/alpha';
import { catalogEntityCreatePermission } from '@backstage/plugin-catalog-common/alpha';
import {
  CatalogFilterLayout,
  EntityListProvider,
  UserListPicker,
} from '@backstage/plugin-catalog-react';
import { usePermission } from '@backstage/plugin-permission-react';
import { ButtonLink, Container, Header } from '@backstage/ui';
import type { ReactNode } from 'react';
import { entityCheckRouteRef } from '../../routes';
import { catalogPagesTranslationRef } from '../../translation';
import { EntityErrorsNotice } from '../EntityErrors';
import { OrganisationFacet, OwnerFacet, TextFacet } from '../Facets';
import { OnlyKind } from '../KindFacet';
import { EntityTable } from './EntityTable';

function useOrganisationName(): string {
  return (
    useApi(configApiRef).getOptionalString('organization.name') ?? 'Backstage'
  );
}

/** To where new software begins; nothing for who may not begin it. */
function CreateLink(props: { route: ExternalRouteRef; text: string }) {
  const href = useRouteRef(props.route)?.();
  const { allowed } = usePermission({
    permission: catalogEntityCreatePermission,
  });
  if (!allowed || !href) return null;
  return (
    <ButtonLink variant="primary" href={href}>
      {props.text}
    </ButtonLink>
  );
}

/** To where a file is checked before it is committed. */
function CheckLink() {
  const { t } = useTranslationRef(catalogPagesTranslationRef);
  const href = useRouteRef(entityCheckRouteRef)?.();
  if (!href) return null;
  return (
    <ButtonLink variant="secondary" href={href}>
      {t('check.open')}
    </ButtonLink>
  );
}

function ListPage(props: {
  title: string;
  links: ReactNode;
  notice?: ReactNode;
  filters: ReactNode;
}) {
  return (
    <EntityListProvider pagination>
      <Header title={props.title} customActions={props.links} />
      <Container>
        {props.notice}
        <CatalogFilterLayout>
          <CatalogFilterLayout.Filters>
            {props.filters}
          </CatalogFilterLayout.Filters>
          <CatalogFilterLayout.Content>
            <EntityTable />
          </CatalogFilterLayout.Content>
        </CatalogFilterLayout>
      </Container>
    </EntityListProvider>
  );
}

/**
 * Everything in the catalog, kind by kind.
 *
 * @param props - `filters`: the facets that are configured
 * @internal
 */
export function CatalogListPage(props: { filters: ReactNode }) {
  const { t } = useTranslationRef(catalogTranslationRef);
  const orgName = useOrganisationName();
  return (
    <ListPage
      title={t('indexPage.title', { orgName })}
      links={
        <>
          <CheckLink />
          <CreateLink
            route={catalogPlugin.externalRoutes.createComponent}
            text={t('indexPage.createButtonTitle')}
          />
        </>
      }
      notice={<EntityErrorsNotice />}
      filters={props.filters}
    />
  );
}

/** The APIs of the catalog, with the same facets. @internal */
export function ApiListPage() {
  const { t } = useTranslationRef(apiDocsTranslationRef);
  const orgName = useOrganisationName();
  return (
    <ListPage
      title={t('defaultApiExplorerPage.subtitle', { orgName })}
      links={
        <CreateLink
          route={apiDocsPlugin.externalRoutes.registerApi}
          text={t('defaultApiExplorerPage.createButtonTitle')}
        />
      }
      filters={
        <>
          <OnlyKind kind="API" />
          <UserListPicker initialFilter="all" />
          <TextFacet name="type" />
          <OrganisationFacet />
          <OwnerFacet />
          <TextFacet name="lifecycles" />
          <TextFacet name="tags" />
        </>
      }
    />
  );
}
