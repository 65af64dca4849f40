import { findViolations } from '@nerds/page-parts/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildCluster, buildConditions } from '../../__testUtils__/builders';
import {
  buildApiError,
  FakeFreeTierApi,
} from '../../__testUtils__/FakeFreeTierApi';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { ClusterPage } from './ClusterPage';

const NO_PERMISSIONS = { connect: false, retry: false, delete: false };

function setUp(cluster = buildCluster()) {
  const api = new FakeFreeTierApi();
  api.clusters = [cluster];
  return api;
}

function render(
  api: FakeFreeTierApi,
  options: { language?: 'nl' | 'en'; hash?: string; id?: string } = {},
) {
  const { language, hash = '', id = api.clusters[0]?.id ?? 'x' } = options;
  return renderInPortal(<ClusterPage />, {
    api,
    language,
    mountPath: '/clusters/:id',
    url: `/clusters/${id}${hash}`,
  });
}

function findSection(name: string) {
  return screen.findByRole('region', { name });
}

describe('ClusterPage', () => {
  it('tells in words what a ready cluster is, uses and was asked for', async () => {
    const api = setUp();
    api.events = [
      {
        at: '2026-10-01T10:00:00.000Z',
        source: 'portal',
        type: 'Normal',
        reason: 'Requested',
        message: 'Het cluster is aangevraagd.',
        actor: 'user:default/dev-burgerzaken',
      },
      {
        at: '2026-10-01T11:00:00.000Z',
        source: 'kubernetes',
        type: 'Warning',
        reason: 'FailedCreate',
        message: 'exceeded quota',
        object: 'ReplicaSet/web',
      },
    ];
    render(api);

    expect(
      await screen.findByText('Het cluster is klaar voor gebruik.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'balie', level: 1 }),
    ).toBeInTheDocument();
    await waitFor(() => expect(document.title).toBe('balie'));
    const usage = await findSection('Gebruik');
    expect(within(usage).getByText('2 van 20 pods')).toBeInTheDocument();
    expect(within(usage).getByText('0,5 van 2 cores')).toBeInTheDocument();
    expect(
      within(usage).getByText('3,75 van 4 GiB, bijna vol'),
    ).toBeInTheDocument();
    const details = await findSection('Over dit cluster');
    expect(
      within(details).getByText('Proef met de nieuwe balie'),
    ).toBeInTheDocument();
    expect(within(details).getByText(/over 87 dagen/)).toBeInTheDocument();
    const events = await findSection('Wat er gebeurde');
    const items = await within(events).findAllByRole('listitem');
    expect(items[0]).toHaveTextContent('Waarschuwing: exceeded quota');
    expect(items[0]).toHaveTextContent('ReplicaSet/web');
    expect(items[1]).toHaveTextContent('Het cluster is aangevraagd.');
    expect(
      within(events).getByRole('link', {
        name: 'Wie deed wat: dit cluster in het auditlog',
      }),
    ).toHaveAttribute(
      'href',
      `/audit-log?object=${encodeURIComponent(
        `cluster:${api.clusters[0].id}`,
      )}`,
    );
    expect(await findViolations()).toEqual([]);
  });

  it('speaks English to who reads English', async () => {
    render(setUp(), { language: 'en' });
    const usage = await findSection('Quota used');
    expect(
      within(usage).getByText('3.75 of 4 GiB, nearly full'),
    ).toBeInTheDocument();
    expect(await findSection('Connect')).toBeInTheDocument();
  });

  it('shows the steps of a cluster that is being made, and what the current one waits for', async () => {
    const api = setUp(
      buildCluster({
        state: 'provisioning',
        message: 'Kubernetes is nu niet bereikbaar.',
        conditions: buildConditions(1, {
          status: 'False',
          message: 'Kubernetes is nu niet bereikbaar.',
        }),
        permissions: NO_PERMISSIONS,
      }),
    );
    render(api);
    const progress = await findSection('Voortgang');
    const steps = within(progress).getAllByRole('listitem');
    expect(steps.map(step => step.textContent)).toEqual([
      'Aanvraag goedgekeurd – Gedaan',
      'Afgeschermde ruimte gemaakt – WachtKubernetes is nu niet bereikbaar.',
      'Grenzen en netwerkregels ingesteld – Nog niet begonnen',
      'Hoeveelheden bewaakt door Kubernetes – Nog niet begonnen',
      'Toegang van uw team werkt – Nog niet begonnen',
      'Klaar voor gebruik – Nog niet begonnen',
    ]);
    expect(steps[1]).toHaveAttribute('aria-current', 'step');
    expect(
      await screen.findByText('U kunt verbinden zodra het cluster klaar is.'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Kubeconfig downloaden' }),
    ).toBeDisabled();

    api.clusters = [buildCluster()];
    expect(
      await screen.findByText(
        'Het cluster is klaar voor gebruik.',
        {},
        { timeout: 4_000 },
      ),
    ).toBeInTheDocument();
  });

  it('offers to try a failed cluster again and goes on from there', async () => {
    const api = setUp(
      buildCluster({
        state: 'failed',
        reason: 'HostClusterFull',
        message: 'Er is geen plaats meer.',
        conditions: buildConditions(1),
      }),
    );
    render(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Opnieuw proberen' }),
    );
    expect(
      await screen.findByText('Wordt gemaakt', {}, { timeout: 4_000 }),
    ).toBeInTheDocument();
    expect(api.inputsOf('retryCluster')).toEqual([[api.clusters[0].id]]);
  });

  it('says why buttons do nothing for a person outside the team', async () => {
    render(setUp(buildCluster({ permissions: NO_PERMISSIONS })));
    expect(
      await screen.findByText(
        /^Alleen leden van team burgerzaken kunnen met dit cluster verbinden\. Vraag het een van hen/,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/platformbeheerders kunnen dit cluster verwijderen/),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Cluster verwijderen' }),
    ).toBeDisabled();
  });

  it('deletes only after the name was typed', async () => {
    const api = setUp();
    render(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cluster verwijderen' }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Cluster balie verwijderen?',
    });
    expect(await findViolations()).toEqual([]);
    const confirm = within(dialog).getByRole('button', {
      name: 'Definitief verwijderen',
    });
    const input = within(dialog).getByRole('textbox');
    await userEvent.type(input, 'bali{Enter}');
    expect(confirm).toBeDisabled();
    expect(api.inputsOf('deleteCluster')).toEqual([]);
    await userEvent.type(input, 'e{Enter}');
    expect(
      await screen.findByText('Wordt verwijderd', {}, { timeout: 4_000 }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(api.inputsOf('deleteCluster')).toEqual([[api.clusters[0].id]]);
  });

  it('keeps the dialog open with the reason when deleting fails', async () => {
    const api = setUp();
    render(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Cluster verwijderen' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.type(within(dialog).getByRole('textbox'), 'balie');
    api.failure = buildApiError(503, 'Kubernetes is nu niet bereikbaar.');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Definitief verwijderen' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Kubernetes is nu niet bereikbaar.',
    );
  });

  it('says that the cluster was not found', async () => {
    render(new FakeFreeTierApi(), { id: 'unknown' });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Dit cluster is niet gevonden');
    expect(alert).toHaveTextContent('van een ander team');
    expect(
      within(alert).getByRole('link', {
        name: 'Bekijk uw rollen en wie ze geeft',
      }),
    ).toHaveAttribute('href', '/access');
  });

  it('keeps what it knows on the page when the portal cannot be reached', async () => {
    const api = setUp(buildCluster({ state: 'deleting' }));
    render(api);
    await screen.findByText('Wordt verwijderd');
    api.failure = new TypeError('Failed to fetch');
    expect(
      (await screen.findAllByRole('alert', {}, { timeout: 4_000 }))[0],
    ).toHaveTextContent('Wat u ziet kan verouderd zijn');
    expect(screen.getByText('Wordt verwijderd')).toBeInTheDocument();
  });

  it('goes to the part about connecting when the URL says so', async () => {
    render(setUp(), { hash: '#connect' });
    const heading = await screen.findByRole('heading', { name: 'Verbinden' });
    await waitFor(() => expect(heading).toHaveFocus());
  });
});
