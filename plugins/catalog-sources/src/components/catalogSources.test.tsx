import { PortalApiError } from '@nerds/page-parts';
import { findViolations, renderInPortal } from '@nerds/page-parts/testUtils';
import type {
  CatalogSource,
  ItemError,
  SourceRun,
} from '@nerds/plugin-catalog-sources-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { catalogSourcesApiRef, type CatalogSourcesApi } from '../api';
import { catalogSourcesRouteRef } from '../routes';
import { SourcesRouter } from './SourcesRouter';

jest.setTimeout(120_000);

const COUNTS = {
  read: 1200,
  added: 3,
  changed: 10,
  unchanged: 1184,
  archived: 1,
  removed: 0,
  failed: 2,
};
const SOURCE: CatalogSource = {
  id: 'api-register',
  title: { nl: 'API-register', en: 'API register' },
  kind: 'register',
  state: 'incomplete',
  endedAt: '2027-01-11T09:01:30.000Z',
  durationMs: 90_000,
  counts: COUNTS,
  entityCount: 1198,
  isOverdue: false,
};
const RUN: SourceRun = {
  id: 'r1',
  sourceId: SOURCE.id,
  state: 'incomplete',
  startedAt: '2027-01-11T09:00:00.000Z',
  counts: COUNTS,
  error: { nl: 'Bladzijde 7 ontbreekt.', en: 'Page 7 is missing.' },
  itemErrorCount: 3,
};
const buildError = (itemId: string, itemUrl?: string) => ({
  itemId,
  itemUrl,
  field: 'contact.email',
  message: { nl: 'Geen e-mailadres.', en: 'No e-mail address.' },
});

/** Answers what the test gives it, and remembers what was asked for. */
class FakeApi implements CatalogSourcesApi {
  sources = [SOURCE];
  isComplete = true;
  firstErrors: ItemError[] = [
    buildError('eerste', 'https://register.example/1'),
  ];
  failure?: Error;
  requested: string[] = [];

  async listSources() {
    if (this.failure) throw this.failure;
    return { items: this.sources, isComplete: this.isComplete };
  }

  async getSource(id: string) {
    const source = this.sources.find(known => known.id === id);
    if (!source) throw new PortalApiError(404);
    return source;
  }

  async listRuns() {
    return [RUN];
  }

  async getRun(_id: string, cursor?: string) {
    return cursor
      ? { ...RUN, itemErrors: [buildError('tweede')] }
      : {
          ...RUN,
          itemErrors: this.firstErrors,
          nextCursor: '1',
        };
  }

  async requestRun(id: string) {
    if (this.failure) throw this.failure;
    this.requested.push(id);
  }
}

function render(
  api: FakeApi,
  options: { path?: string; denied?: string[]; language?: 'nl' | 'en' } = {},
) {
  const { path = '', ...rest } = options;
  return renderInPortal(<SourcesRouter />, {
    ...rest,
    mountPath: '/catalog-sources/*',
    url: `/catalog-sources${path}`,
    mountedRoutes: { '/catalog-sources': catalogSourcesRouteRef },
    apis: [[catalogSourcesApiRef, api]],
  });
}

describe('the pages of the sources', () => {
  it('shows how fresh every source is, and runs one now', async () => {
    const api = new FakeApi();
    render(api);
    const list = await screen.findByRole('list', { name: 'Bronnen' });
    expect(list).toHaveTextContent('API-register');
    expect(list).toHaveTextContent('Deels gelukt');
    expect(list).toHaveTextContent('90 s');
    expect(list).toHaveTextContent(
      /Onderdelen1200 gelezen, 3 nieuw, .*1 gearchiveerd, 2 fout/,
    );
    expect(list).not.toHaveTextContent('verwijderd');
    expect(within(list).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog-sources/api-register',
    );
    expect(await findViolations()).toEqual([]);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Nu bijwerken: API-register' }),
    );
    expect(await screen.findByText(/begint binnen enkele/)).toBeVisible();
    expect(api.requested).toEqual(['api-register']);
  });

  it('says in one language what is wrong with a file that was found', async () => {
    const api = new FakeApi();
    const both =
      'InputError: Component x klopt niet:\n- spec.owner ontbreekt.\n\nComponent x is not right:\n- spec.owner is missing.';
    api.firstErrors = [
      { itemId: 'component:default/x', message: { nl: both, en: both } },
    ];
    render(api, { path: '/api-register' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Fouten tonen (3)' }),
    );
    const errors = screen.getByRole('list', { name: 'Fouten per onderdeel' });
    expect(errors).toHaveTextContent(
      /^component:default\/xComponent x klopt niet: - spec.owner ontbreekt.$/,
    );
  });

  it('follows a run that a person asked for until it has ended', async () => {
    const api = new FakeApi();
    const startedAt = '2027-01-11T10:00:00.000Z';
    const course: Partial<CatalogSource>[] = [
      {},
      { requestedAt: '2027-01-11T09:59:59.000Z' },
      { state: 'running', startedAt, endedAt: undefined },
      { state: 'succeeded', startedAt, endedAt: '2027-01-11T10:00:05.000Z' },
    ];
    const getSource = jest.spyOn(api, 'getSource');
    getSource.mockImplementation(async () => ({
      ...SOURCE,
      ...(course.length > 1 ? course.shift() : course[0]),
    }));
    const listRuns = jest.spyOn(api, 'listRuns');
    render(api, { path: '/api-register' });
    const button = await screen.findByRole('button', { name: /^Nu bijwerken/ });
    const list = listRuns.mock.calls.length;
    const status = () =>
      screen.getAllByRole('status').map(({ textContent }) => textContent);
    await userEvent.click(button);
    await waitFor(() =>
      expect(status()).toEqual(['Aangevraagd; begint binnen enkele seconden.']),
    );
    const soon = { timeout: 10_000 };
    await waitFor(
      () => expect(status()).toEqual(['De bron wordt nu bijgewerkt …']),
      soon,
    );
    expect(button).toBeDisabled();
    await waitFor(
      () => expect(status()).toEqual(['Klaar met bijwerken: Gelukt.']),
      soon,
    );
    expect(button).toBeEnabled();
    expect(listRuns.mock.calls.length).toBeGreaterThan(list);
    expect(api.requested).toEqual(['api-register']);
    expect(getSource).toHaveBeenCalledTimes(4);
  });

  it('says why a source cannot run now', async () => {
    const api = new FakeApi();
    render(api);
    const button = await screen.findByRole('button', { name: /^Nu bijwerken/ });
    api.failure = new PortalApiError(409, {
      status: 409,
      detail: 'Wordt al bijgewerkt.',
    });
    await userEvent.click(button);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Wordt al bijgewerkt.',
    );
  });

  it('shows runs with their errors per item, page by page', async () => {
    render(new FakeApi(), { path: '/api-register' });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Fouten tonen (3)' }),
    );
    expect(await screen.findByRole('link', { name: 'eerste' })).toHaveAttribute(
      'href',
      'https://register.example/1',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Meer fouten' }));
    expect(await screen.findByText('tweede')).toBeVisible();
    expect(
      screen.getByText('Van de 3 fouten zijn de eerste 2 bewaard.'),
    ).toBeVisible();
    expect(screen.getByText('Bladzijde 7 ontbreekt.')).toBeVisible();
    expect(await findViolations()).toEqual([]);
  });

  it('shows who may not more than see them no runs and no button', async () => {
    render(new FakeApi(), {
      path: '/api-register',
      denied: ['catalog-sources.run.read', 'catalog-sources.run.create'],
      language: 'en',
    });
    expect(await screen.findByText('Partly succeeded')).toBeVisible();
    expect(screen.queryByText('Last runs')).not.toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('says when a source was last read successfully, and that this is too long ago', async () => {
    const api = new FakeApi();
    api.sources = [
      { ...SOURCE, freshAt: '2027-01-11T09:01:30.000Z', isOverdue: true },
      { ...SOURCE, id: 'oss-register', isOverdue: true },
    ];
    render(api);
    const [read, never] = await screen.findAllByRole('listitem');
    expect(read).toHaveTextContent(
      /Laatst goed gelezen.*11 jan.* 2027.*Te laat/,
    );
    expect(never).toHaveTextContent('Nog nooitTe laat');
    expect(await findViolations()).toEqual([]);
  });

  it('says how to connect a source when there is none', async () => {
    const api = new FakeApi();
    api.sources = [];
    render(api);
    expect(await screen.findByText(/catalog\.providers/)).toBeVisible();
  });

  it('says that the scheduler cannot be reached', async () => {
    const api = new FakeApi();
    api.isComplete = false;
    render(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'De planner is niet te bereiken',
    );
    expect(screen.getByText('API-register')).toBeVisible();
  });

  it('says that the portal cannot be reached, and tries again', async () => {
    const api = new FakeApi();
    api.failure = new TypeError('fetch failed');
    render(api);
    const button = await screen.findByRole('button', {
      name: 'Opnieuw proberen',
    });
    api.failure = undefined;
    await userEvent.click(button);
    expect(await screen.findByText('API-register')).toBeVisible();
  });

  it('says that there is no such source', async () => {
    render(new FakeApi(), { path: '/weg' });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Deze bron is er niet',
    );
  });
});
