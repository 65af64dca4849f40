import { findViolations } from '@nerds/page-parts/testUtils';
import { setViewportWidth } from '@nerds/page-parts/viewport';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { buildCluster, buildRegion } from '../../__testUtils__/builders';
import {
  buildApiError,
  FakeFreeTierApi,
} from '../../__testUtils__/FakeFreeTierApi';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { ClustersPage } from './ClustersPage';

function Url() {
  const { pathname, search } = useLocation();
  return <output>{pathname + search}</output>;
}

function render(
  api: FakeFreeTierApi,
  options: Omit<Parameters<typeof renderInPortal>[1], 'api'> = {},
) {
  return renderInPortal(
    <>
      <ClustersPage />
      <Url />
    </>,
    { api, url: '/clusters', ...options },
  );
}

describe('ClustersPage', () => {
  afterEach(() => setViewportWidth());

  it('lists the clusters of my teams with state, team, size, region and expiry in words', async () => {
    const api = new FakeFreeTierApi();
    api.clusters = [buildCluster()];
    render(api);

    const row = await screen.findByRole('row', { name: /balie/ });
    await within(row).findByText('Deze computer');
    expect(within(row).getByText('Klaar')).toBeInTheDocument();
    expect(within(row).getByText('burgerzaken')).toBeInTheDocument();
    expect(within(row).getByText('Gratis, Klein')).toBeInTheDocument();
    expect(within(row).getByText('over 87 dagen')).toHaveAttribute('title');
    expect(within(row).getByRole('link', { name: 'balie' })).toHaveAttribute(
      'href',
      `/clusters/${api.clusters[0].id}`,
    );
    expect(api.inputsOf('listClusters')).toEqual([['teams']]);
    expect(
      screen.getByRole('heading', { name: 'Clusters', level: 1 }),
    ).toBeInTheDocument();
    expect(await findViolations()).toEqual([]);
  });

  it('shows cards instead of a table on a narrow screen', async () => {
    setViewportWidth(320);
    const api = new FakeFreeTierApi();
    api.clusters = [buildCluster({ state: 'provisioning' })];
    render(api);

    const list = await screen.findByRole('list', { name: 'Clusters' });
    expect(within(list).getByRole('link', { name: 'balie' })).toBeVisible();
    expect(within(list).getByText('Wordt gemaakt')).toBeInTheDocument();
    expect(screen.queryByRole('grid')).not.toBeInTheDocument();
    expect(await findViolations()).toEqual([]);
  });

  it('speaks English to who reads English', async () => {
    const api = new FakeFreeTierApi();
    api.clusters = [buildCluster({ state: 'failed' })];
    render(api, { language: 'en' });

    const row = await screen.findByRole('row', { name: /balie/ });
    expect(within(row).getByText('Failed')).toBeInTheDocument();
    expect(within(row).getByText('in 87 days')).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Request a cluster' }),
    ).toHaveAttribute('href', '/create/templates/default/free-tier-cluster');
  });

  it('says that it is loading', async () => {
    const api = new FakeFreeTierApi();
    api.isSilent = true;
    render(api);
    expect(
      await screen.findByText('De clusters worden opgehaald …'),
    ).toBeInTheDocument();
  });

  it('says what to do when there is nothing yet', async () => {
    render(new FakeFreeTierApi());
    expect(
      await screen.findByText('Uw teams hebben nog geen clusters.'),
    ).toBeInTheDocument();
    expect(
      await screen.findByRole('link', { name: 'Cluster aanvragen' }),
    ).toBeInTheDocument();
  });

  it('offers to try again when the portal cannot be reached', async () => {
    const api = new FakeFreeTierApi();
    api.failure = new TypeError('Failed to fetch');
    render(api);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Het portaal is niet bereikbaar.');

    api.failure = undefined;
    api.clusters = [buildCluster()];
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Opnieuw proberen' }),
    );
    expect(
      await screen.findByRole('row', { name: /balie/ }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says so when the person may not see clusters, without offering to try again', async () => {
    const api = new FakeFreeTierApi();
    api.failure = buildApiError(403, 'U mag dit niet doen.');
    render(api);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('U mag dit niet zien');
    expect(alert).toHaveTextContent('U mag dit niet doen.');
    expect(
      within(alert).getByRole('link', {
        name: 'Bekijk uw rollen en wie ze geeft',
      }),
    ).toHaveAttribute('href', '/access');
    expect(within(alert).queryByRole('button')).not.toBeInTheDocument();
  });

  it('shows why the button does nothing for a person without a team', async () => {
    const api = new FakeFreeTierApi();
    api.teams = [];
    render(api);
    expect(
      await screen.findByText(/u bent van geen enkel team lid/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Cluster aanvragen' }),
    ).toBeDisabled();
  });

  it('shows why the button does nothing for a role that may not ask', async () => {
    render(new FakeFreeTierApi(), { denied: ['free-tier.cluster.create'] });
    expect(
      await screen.findByText(
        /^Met uw rol kunt u geen cluster aanvragen\. Vraag iemand van het team/,
      ),
    ).toBeInTheDocument();
    await screen.findByText('Uw teams hebben nog geen clusters.');
    expect(screen.queryByText(/Vraag de eerste aan/)).not.toBeInTheDocument();
  });

  it('keeps the chosen scope in the URL', async () => {
    const api = new FakeFreeTierApi();
    render(api);
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Van mij' }),
    );
    expect(screen.getByText('/clusters?scope=mine')).toBeInTheDocument();
    expect(
      await screen.findByText('U hebt nog geen cluster aangevraagd.'),
    ).toBeInTheDocument();
    expect(api.inputsOf('listClusters')).toEqual([['teams'], ['mine']]);
  });

  it('offers all teams only to who may read all, also when the URL asks for it', async () => {
    const api = new FakeFreeTierApi();
    render(api, {
      url: '/clusters?scope=all',
      denied: ['free-tier.cluster.read'],
    });
    await screen.findByText('Uw teams hebben nog geen clusters.');
    expect(
      screen.queryByRole('radio', { name: 'Alle teams' }),
    ).not.toBeInTheDocument();
    expect(api.inputsOf('listClusters')).toEqual([['teams']]);
  });

  it('says of a region that is starting what it waits for, and forgets it once it is there', async () => {
    const api = new FakeFreeTierApi();
    api.regions = [
      buildRegion({
        state: 'starting',
        message:
          'Kubernetes wordt op deze computer nog gebouwd (stap 2 van 5).',
        simulatedNodes: true,
      }),
    ];
    render(api);
    expect(
      await screen.findByText('Regio Deze computer wordt gestart'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/nog gebouwd \(stap 2 van 5\)/),
    ).toBeInTheDocument();
    expect(screen.getByText(/worden pods nagebootst/)).toBeInTheDocument();

    api.regions = [buildRegion()];
    await waitFor(
      () =>
        expect(
          screen.queryByText('Regio Deze computer wordt gestart'),
        ).not.toBeInTheDocument(),
      { timeout: 8_000 },
    );
  }, 15_000);

  it('shows a long list in parts', async () => {
    const api = new FakeFreeTierApi();
    api.clusters = Array.from({ length: 60 }, (_, index) =>
      buildCluster({ id: `${index}`, name: `cluster-${index}` }),
    );
    setViewportWidth(320);
    render(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Nog 10 tonen' }),
    );
    expect(screen.getAllByRole('link', { name: /^cluster-/ })).toHaveLength(60);
  });
});
