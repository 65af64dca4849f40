import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import { Container, Flex, PluginHeader, Text } from '@backstage/ui';
import { RiShieldUserLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { Helmet } from 'react-helmet';
import { NavLink, useLocation } from 'react-router-dom';
import { accessRouteRef, reviewsRouteRef, tokensRouteRef } from '../../routes';
import { accessTranslationRef } from '../../translation';
import styles from './AccessLayout.module.css';

/** The pages about access. Links and not tabs: each has an address of its own. */
function Pages() {
  const { t } = useTranslationRef(accessTranslationRef);
  const pages = [
    { href: useRouteRef(accessRouteRef)?.(), label: t('nav.own'), end: true },
    { href: useRouteRef(tokensRouteRef)?.(), label: t('nav.tokens') },
    { href: useRouteRef(reviewsRouteRef)?.(), label: t('nav.reviews') },
  ];
  return (
    <nav aria-label={t('nav.label')} className={styles.pages}>
      <ul>
        {pages.map(({ href = '', label, end }) => (
          <li key={label}>
            <NavLink
              to={href}
              end={end}
              className={({ isActive }) =>
                isActive ? styles.current : undefined
              }
            >
              {label}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/**
 * The frame of every page about access: its title, the way to the others, and
 * what it is for.
 * @internal
 */
export function AccessLayout(props: {
  title: string;
  intro: string;
  children: ReactNode;
}) {
  const { t } = useTranslationRef(accessTranslationRef);
  const rootPath = useRouteRef(accessRouteRef)?.() ?? '/';
  const { pathname } = useLocation();
  const { title, intro, children } = props;
  return (
    <>
      <Helmet title={title} />
      <PluginHeader
        title={title}
        icon={<RiShieldUserLine />}
        breadcrumbs={[
          { label: t('page.title'), href: rootPath },
          ...(title === t('page.title')
            ? []
            : [{ label: title, href: pathname }]),
        ]}
      />
      <Pages />
      <Container py="4">
        <Flex direction="column" gap="4">
          <Text as="p" className={styles.intro}>
            {intro}
          </Text>
          {children}
        </Flex>
      </Container>
    </>
  );
}
