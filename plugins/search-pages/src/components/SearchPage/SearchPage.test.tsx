import {
  entityPresentationApiRef,
  type EntityPresentationApi,
} from '@backstage/plugin-catalog-react';
import { findViolations, renderInPortal } from '@nerds/page-parts/testUtils';
import type {
  SearchAnswer,
  SearchResult,
  ZeroResult,
} from '@nerds/plugin-search-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { portalSearchApiRef, type SearchQuery } from '../../api';
import { SearchBox } from '../SearchBox';
import { SearchPage } from './SearchPage';

const toPart = (text: string, isMatch = false) => ({ text, isMatch });

const API: SearchResult = {
  category: 'api',
  title: [toPart('Vergunning', true), toPart(' <b>aanvragen</b>')],
  excerpt: [toPart('Over een '), toPart('vergunning', true)],
  location: '/catalog/default/api/vergunning',
  owner: 'group:default/vergunningen',
  specType: 'openapi',
  lifecycle: 'production',
};

const PAGE: SearchResult = {
  category: 'documentation',
  title: [toPart('Aan de slag')],
  excerpt: [],
  location: '/docs/default/api/vergunning/aan-de-slag/',
  partOf: 'Vergunning',
};

function buildAnswer(answer: Partial<SearchAnswer> = {}): SearchAnswer {
  return {
    total: 2,
    page: 1,
    pageSize: 20,
    items: [API, PAGE],
    facets: [
      { category: 'documentation', count: 1 },
      { category: 'api', count: 1 },
    ],
    unavailable: [],
    ...answer,
  };
}

/** The catalog knows the title of that team, and of no other. */
const presentationApi: EntityPresentationApi = {
  forEntity(entity) {
    const entityRef = `${entity}`;
    const primaryTitle =
      entityRef === API.owner ? 'Team Vergunningen' : entityRef;
    const snapshot = { entityRef, primaryTitle };
    return { snapshot, promise: Promise.resolve(snapshot) };
  },
};

function Url() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}

function renderPage(
  options: {
    url?: string;
    answer?: SearchAnswer | Error;
    zeroResults?: ZeroResult[];
    language?: 'nl' | 'en';
  } = {},
) {
  const asked: SearchQuery[] = [];
  const { url = '/search', answer = buildAnswer(), zeroResults } = options;
  renderInPortal(
    <>
      <SearchPage />
      <Url />
    </>,
    {
      url,
      mountPath: '/search',
      mountedRoutes: {},
      language: options.language,
      denied: zeroResults ? [] : ['search.zero-result.read'],
      apis: [
        [entityPresentationApiRef, presentationApi],
        [
          portalSearchApiRef,
          {
            search: async (query: SearchQuery) => {
              asked.push(query);
              if (answer instanceof Error) throw answer;
              return answer;
            },
            listZeroResults: async () => zeroResults ?? [],
          },
        ],
      ],
    },
  );
  return { asked };
}

const findStatus = () => screen.findByText(/(resultaten|Niets gevonden) /);

describe('SearchPage', () => {
  it('says what can be searched, and starts when one asks for it', async () => {
    const { asked } = renderPage();
    expect(
      await screen.findByRole('heading', { name: 'Waar bent u naar op zoek?' }),
    ).toBeVisible();
    const box = screen.getByRole('searchbox', { name: /^Zoek diensten/ });
    await userEvent.type(box, ' vergunning & meer ');
    expect(asked).toEqual([]);
    await userEvent.keyboard('{Enter}');
    expect(await findStatus()).toHaveTextContent(
      '2 resultaten voor “vergunning & meer”',
    );
    expect(screen.getByText('/search?query=vergunning+%26+meer')).toBeVisible();
    expect(asked).toEqual([
      { query: 'vergunning & meer', category: undefined, page: 1 },
    ]);
    expect(await findViolations()).toEqual([]);
  });

  it('marks what was searched for, and takes nothing for markup', async () => {
    renderPage({ url: '/search?query=vergunning' });
    const list = await screen.findByRole('list', { name: 'Resultaten' });
    const [first, second] = within(list).getAllByRole('listitem');
    const link = within(first).getByRole('link', {
      name: 'Vergunning <b>aanvragen</b>',
    });
    expect(link).toHaveAttribute('href', API.location);
    expect(
      [...first.querySelectorAll('mark')].map(mark => mark.textContent),
    ).toEqual(['Vergunning', 'vergunning']);
    expect(first.querySelector('b')).toBeNull();
    expect(first).toHaveTextContent(
      'openapi · production · Eigenaar: Team Vergunningen',
    );
    expect(second).toHaveTextContent('Documentatie van Vergunning');
    expect(await findViolations()).toEqual([]);
  });

  it('shows how much there is of each kind, in a fixed order, and only one of them', async () => {
    const { asked } = renderPage({ url: '/search?query=vergunning&page=2' });
    const nav = await screen.findByRole('navigation', {
      name: 'Alleen één soort tonen',
    });
    const links = within(nav).getAllByRole('link');
    expect(links.map(link => link.textContent)).toEqual([
      'Alles (2)',
      "API's (1)",
      'Documentatie (1)',
    ]);
    expect(links[0]).toHaveAttribute('aria-current', 'true');
    await userEvent.click(links[1]);
    expect(
      await screen.findByText('/search?query=vergunning&category=api'),
    ).toBeVisible();
    expect(asked.at(-1)).toEqual({
      query: 'vergunning',
      category: 'api',
      page: 1,
    });
  });

  it('goes through the pages', async () => {
    renderPage({
      url: '/search?query=x&category=api&page=2',
      answer: buildAnswer({ total: 50, page: 2 }),
    });
    const nav = await screen.findByRole('navigation', {
      name: "Pagina's met resultaten",
    });
    expect(nav).toHaveTextContent('Pagina 2 van 3');
    expect(
      within(nav).getByRole('link', { name: 'Vorige pagina' }),
    ).toHaveAttribute('href', '/search?query=x&category=api');
    expect(
      within(nav).getByRole('link', { name: 'Volgende pagina' }),
    ).toHaveAttribute('href', '/search?query=x&category=api&page=3');
  });

  it('helps who finds nothing', async () => {
    renderPage({
      url: '/search?query=x&category=api',
      answer: buildAnswer({
        total: 0,
        items: [],
        facets: [{ category: 'dataset', count: 3 }],
      }),
    });
    expect(await findStatus()).toHaveTextContent('Niets gevonden voor “x”');
    expect(
      screen.getByRole('link', { name: 'Zoek in alle soorten naar “x”' }),
    ).toHaveAttribute('href', '/search?query=x');
    expect(
      screen.getByRole('link', { name: 'Begin het zelf met een sjabloon' }),
    ).toHaveAttribute('href', '/create');
    // the kind that was asked for stays visible, with nothing in it
    expect(screen.getByRole('link', { current: true })).toHaveTextContent(
      "API's (0)",
    );
    expect(await findViolations()).toEqual([]);
  });

  it('says what could not be searched, and why a search failed', async () => {
    renderPage({
      url: '/search?query=x',
      answer: buildAnswer({ unavailable: ['cluster'] }),
    });
    expect(
      await screen.findByText(/^Clusters konden nu niet worden doorzocht/),
    ).toBeVisible();
  });

  it('offers to try again when a search failed', async () => {
    const { asked } = renderPage({
      url: '/search?query=x',
      answer: new Error('Failed to fetch'),
    });
    expect(await screen.findByRole('alert')).toBeVisible();
    await userEvent.click(
      within(screen.getByRole('alert')).getByRole('button'),
    );
    expect(asked).toHaveLength(2);
  });

  it('takes an address that makes no sense for one that does', async () => {
    const { asked } = renderPage({
      url: `/search?query=${'a'.repeat(150)}&category=x&page=-3`,
    });
    await findStatus();
    expect(asked).toEqual([
      { query: 'a'.repeat(100), category: undefined, page: 1 },
    ]);
  });

  it('shows who runs the platform what was searched for in vain', async () => {
    renderPage({
      zeroResults: [{ query: 'kentekens', count: 7, lastOn: '2026-11-23' }],
    });
    await userEvent.click(await screen.findByText('Tevergeefs gezocht'));
    const row = await screen.findByRole('row', { name: /kentekens/ });
    expect(row).toHaveTextContent('kentekens72026-11-23');
    expect(await findViolations()).toEqual([]);
  });

  it('shows nobody else', async () => {
    renderPage();
    await screen.findByRole('heading', { name: 'Waar bent u naar op zoek?' });
    expect(screen.queryByText('Tevergeefs gezocht')).toBeNull();
  });

  it('speaks English', async () => {
    renderPage({ url: '/search?query=permit', language: 'en' });
    expect(
      await screen.findByText('2 results for “permit”'),
    ).toBeInTheDocument();
  });
});

describe('SearchBox', () => {
  function renderBox(url: string) {
    renderInPortal(
      <>
        <SearchBox />
        <Url />
      </>,
      { url, mountPath: '/*', mountedRoutes: {}, apis: [] },
    );
  }

  it('leads to the search page, with the keyboard alone', async () => {
    renderBox('/');
    await screen.findByRole('search', { name: 'Zoek in het portaal' });
    await userEvent.tab();
    await userEvent.keyboard('gemeente{Enter}');
    expect(await screen.findByText('/search?query=gemeente')).toBeVisible();
    // which has a box of its own
    expect(screen.queryByRole('search')).toBeNull();
  });
});
