import { InfoCard } from '@backstage/core-components';
import {
  identityApiRef,
  useApi,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import type { HomePageLayoutProps } from '@backstage/plugin-home-react/alpha';
import { usePermission } from '@backstage/plugin-permission-react';
import { taskCreatePermission } from '@backstage/plugin-scaffolder-common/alpha';
import { useRequestCluster } from '@nerds/plugin-free-tier';
import { useEffect, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { appTranslationRef } from '../../translation';
import styles from './HomePage.module.css';
import { OwnSoftware } from './OwnSoftware';

const STOCK_WIDGETS = ['home', 'notifications', 'search'];

function useDisplayName(): string | undefined {
  const identityApi = useApi(identityApiRef);
  const [name, setName] = useState<string>();
  useEffect(() => {
    identityApi.getProfileInfo().then(
      profile => setName(profile.displayName),
      // Without a name the greeting is just shorter.
      () => setName(undefined),
    );
  }, [identityApi]);
  return name;
}

function SearchForm() {
  const { t } = useTranslationRef(appTranslationRef);
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  return (
    <form
      role="search"
      className={styles.search}
      onSubmit={event => {
        event.preventDefault();
        navigate(`/search?${new URLSearchParams({ query })}`);
      }}
    >
      <label htmlFor="home-search">{t('home.search.label')}</label>
      <div className={styles.searchRow}>
        <input
          id="home-search"
          type="search"
          value={query}
          onChange={event => setQuery(event.target.value)}
        />
        <button type="submit">{t('home.search.button')}</button>
      </div>
    </form>
  );
}

/**
 * Says why somebody cannot use a template. Which ones is up to each template;
 * this is about who can use none.
 */
function useTemplateRefusal(): string | undefined {
  const { t } = useTranslationRef(appTranslationRef);
  const { loading, allowed } = usePermission({
    permission: taskCreatePermission,
  });
  return loading || allowed ? undefined : t('home.tasks.create.refused');
}

/** One job as a card; when the person cannot do it, without a link and with the reason. */
function TaskCard(props: {
  title: string;
  text: string;
  to: string;
  refusal?: string;
}) {
  const { title, text, to, refusal } = props;
  if (refusal) {
    return (
      <li className={`${styles.card} ${styles.refused}`}>
        <h3>
          <span role="link" aria-disabled="true">
            {title}
          </span>
        </h3>
        <p>{refusal}</p>
      </li>
    );
  }
  return (
    <li className={styles.card}>
      <h3>
        <Link to={to}>{title}</Link>
      </h3>
      <p>{text}</p>
    </li>
  );
}

function Tasks() {
  const { t } = useTranslationRef(appTranslationRef);
  const tasks = [
    {
      id: 'cluster',
      to: '/create/templates/default/free-tier-cluster',
      refusal: useRequestCluster().reason,
    },
    { id: 'catalog', to: '/catalog' },
    { id: 'create', to: '/create', refusal: useTemplateRefusal() },
    { id: 'docs', to: '/docs' },
  ] as const;
  return (
    <section aria-labelledby="home-tasks">
      <h2 id="home-tasks">{t('home.tasks.title')}</h2>
      <ul className={styles.cards}>
        {tasks.map(task => (
          <TaskCard
            key={task.id}
            title={t(`home.tasks.${task.id}.title`)}
            text={t(`home.tasks.${task.id}.text`)}
            to={task.to}
            refusal={'refusal' in task ? task.refusal : undefined}
          />
        ))}
      </ul>
    </section>
  );
}

/**
 * The home page: what one can do here, and what is one's own.
 *
 * @remarks
 * In place of Backstage's grid of movable cards, which does not fit a small
 * screen or a keyboard. Backstage's own cards are left out: they are toys, call
 * services outside, or repeat the navigation.
 *
 * @internal
 */
export function HomePage({ widgets }: HomePageLayoutProps) {
  const { t } = useTranslationRef(appTranslationRef);
  const name = useDisplayName();
  const ours = widgets.filter(
    widget => !STOCK_WIDGETS.includes(widget.node.spec.plugin.pluginId),
  );
  return (
    <div className={styles.page}>
      <h1>{name ? t('home.welcomeName', { name }) : t('home.welcome')}</h1>
      <p>{t('home.intro')}</p>
      <SearchForm />
      <Tasks />
      <section aria-labelledby="home-yours">
        <h2 id="home-yours">{t('home.yours')}</h2>
        <div className={styles.widgets}>
          {ours.map(widget => (
            <div key={widget.node.spec.id}>{widget.component}</div>
          ))}
          <InfoCard title={t('home.software.title')}>
            <OwnSoftware />
          </InfoCard>
        </div>
      </section>
    </div>
  );
}
