import { fetchApiRef } from '@backstage/frontend-plugin-api';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { findViolations, renderInPortal } from '@nerds/page-parts/testUtils';
import type {
  EntityError,
  EntityErrorPage,
} from '@nerds/plugin-entity-model-common';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { JSX } from 'react';
import { entityCheckRouteRef, entityErrorsRouteRef } from '../../routes';
import { EntityErrorsNotice, EntityErrorsPage } from '.';

const NEVER: EntityError = {
  entityRef: 'component:default/kapot',
  owner: 'group:default/burgerzaken',
  fileUrl: 'https://forge.example/projecten/kapot/catalog-info.yaml',
  lastSeenAt: '2027-01-11T09:01:30.000Z',
  isInCatalog: false,
  problems: [
    {
      field: 'spec.lifecycle',
      detail: 'spec.lifecycle ontbreekt. Kies uit: experimental, production.',
    },
  ],
};
const EARLIER: EntityError = {
  ...NEVER,
  entityRef: 'api:registers/later',
  isInCatalog: true,
};
const UNREADABLE: EntityError = {
  entityRef: 'location:default/generated-1234',
  fileUrl: 'https://forge.example/projecten/onleesbaar/catalog-info.yaml',
  lastSeenAt: '2027-01-11T09:01:30.000Z',
  isInCatalog: true,
  problems: [{ line: 3, detail: 'Dit is geen geldige YAML.' }],
};

/** Answers by what is asked for after the `?`. */
function render(
  element: JSX.Element,
  answers: Record<string, EntityErrorPage | number>,
  language: 'nl' | 'en' = 'nl',
) {
  const asked: Headers[] = [];
  const answer = async (url: string, options: RequestInit) => {
    asked.push(new Headers(options.headers));
    const { pathname, search } = new URL(url);
    expect(pathname).toBe('/api/catalog/v1/entity-errors');
    const found = answers[search.slice(1)];
    return typeof found === 'number'
      ? Response.json({ detail: 'Dit kan nu even niet.' }, { status: found })
      : Response.json(found);
  };
  renderInPortal(element, {
    language,
    mountedRoutes: {
      '/catalog/:namespace/:kind/:name': entityRouteRef,
      '/catalog-check': entityCheckRouteRef,
      '/catalog-errors': entityErrorsRouteRef,
    },
    apis: [
      [catalogApiRef, catalogApiMock()],
      [fetchApiRef, { fetch: answer as typeof fetch }],
    ],
  });
  return asked;
}

describe('EntityErrorsPage', () => {
  it('says what is wrong, whose it is and where to repair it, page by page', async () => {
    const answers = {
      'limit=20': { items: [NEVER, EARLIER], totalItems: 3, nextCursor: '20' },
      'limit=20&cursor=20': { items: [UNREADABLE], totalItems: 3 },
    };
    const [asked] = [render(<EntityErrorsPage />, answers)];
    const list = await screen.findByRole('list', {
      name: 'Wat niet binnenkomt',
    });
    const [never, earlier] = list.children as unknown as HTMLElement[];
    expect(never).toHaveTextContent(/^kapotcomponent/);
    expect(never).toHaveTextContent('spec.lifecycle ontbreekt. Kies uit');
    expect(never).toHaveTextContent('In de catalogusNee');
    expect(
      within(never).getByRole('link', { name: new RegExp(NEVER.fileUrl!) }),
    ).toHaveAttribute('href', NEVER.fileUrl);
    expect(earlier).toHaveTextContent(/^registers\/laterapi/);
    expect(
      within(earlier).getByRole('link', { name: /Een eerdere versie/ }),
    ).toHaveAttribute('href', '/catalog/registers/api/later');
    await userEvent.click(screen.getByRole('button', { name: 'Meer tonen' }));
    expect(
      await screen.findByText('Een bestand dat niet te lezen is'),
    ).toBeVisible();
    expect(list.lastElementChild).not.toHaveTextContent('In de catalogus');
    expect(list).toHaveTextContent('Regel 3: Dit is geen geldige YAML.');
    expect(list.children).toHaveLength(3);
    expect(screen.queryByRole('button')).toBeNull();
    expect(
      screen.getByRole('link', { name: /^Een bestand nakijken/ }),
    ).toHaveAttribute('href', '/catalog-check');
    expect(asked[0].get('Accept-Language')).toBe('nl');
    expect(await findViolations()).toEqual([]);
  });

  it('says that everything comes in', async () => {
    const answers = { 'limit=20': { items: [], totalItems: 0 } };
    render(<EntityErrorsPage />, answers, 'en');
    expect(await screen.findByText('Everything comes in')).toBeVisible();
    expect(await findViolations()).toEqual([]);
  });

  it('says that it cannot be told now, and tries again', async () => {
    const answers: Record<string, EntityErrorPage | number> = {
      'limit=20': 503,
    };
    render(<EntityErrorsPage />, answers);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Dit kan nu even niet.');
    answers['limit=20'] = { items: [NEVER], totalItems: 1 };
    await userEvent.click(within(alert).getByRole('button'));
    expect(await screen.findByText('kapot')).toBeVisible();
  });
});

describe('EntityErrorsNotice', () => {
  it.each([
    [1, '1 onderdeel komt niet goed in de catalogus'],
    [3, '3 onderdelen komen niet goed in de catalogus'],
  ])('says that %s is missing from the list', async (totalItems, expected) => {
    render(<EntityErrorsNotice />, {
      'limit=1': { items: [NEVER], totalItems },
    });
    expect(await screen.findByText(expected)).toBeVisible();
    expect(screen.getByRole('link')).toHaveAttribute('href', '/catalog-errors');
  });

  it.each([[{ items: [], totalItems: 0 }], [503]])(
    'leaves the list alone when there is nothing to say: %j',
    async answer => {
      const asked = render(
        <>
          <EntityErrorsNotice />
          <p>De lijst</p>
        </>,
        { 'limit=1': answer },
      );
      expect(await screen.findByText('De lijst')).toBeVisible();
      expect(asked).toHaveLength(1);
      expect(screen.queryByRole('link')).toBeNull();
    },
  );
});
