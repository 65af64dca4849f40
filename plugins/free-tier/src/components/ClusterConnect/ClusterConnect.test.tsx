import { findViolations } from '@nerds/page-parts/testUtils';
import type { Cluster } from '@nerds/plugin-free-tier-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildCluster } from '../../__testUtils__/builders';
import { FakeFreeTierApi } from '../../__testUtils__/FakeFreeTierApi';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { ClusterConnect } from './ClusterConnect';

const SECRET = 'only-shown-once';

/** Catches what the page would have the browser save. */
function catchDownloads(): { name: string; blob: Blob }[] {
  const saved: { name: string; blob: Blob }[] = [];
  let blob: Blob;
  URL.createObjectURL = jest.fn(source => {
    blob = source as Blob;
    return 'blob:kubeconfig';
  });
  URL.revokeObjectURL = jest.fn();
  jest
    .spyOn(HTMLAnchorElement.prototype, 'click')
    .mockImplementation(function click(this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob });
    });
  return saved;
}

function setUp(
  api = new FakeFreeTierApi(),
  options: { denied?: string[]; cluster?: Cluster } = {},
) {
  const { denied, cluster = buildCluster() } = options;
  renderInPortal(<ClusterConnect cluster={cluster} />, { api, denied });
  return api;
}

/** One credential that still works. */
function buildApiWithCredential() {
  const api = new FakeFreeTierApi();
  api.credentials = [
    {
      id: '1',
      description: 'bouwstraat',
      createdBy: 'user:default/dev-burgerzaken',
      createdAt: '2026-10-01T10:00:00.000Z',
      expiresAt: new Date(Date.now() + 60 * 60 * 1000).toISOString(),
    },
  ];
  return api;
}

async function openMachineTab() {
  await userEvent.click(
    await screen.findByRole('tab', { name: 'Voor een pipeline' }),
  );
}

describe('ClusterConnect', () => {
  afterEach(() => jest.restoreAllMocks());

  it('gives a person a file without a secret, with commands that use it', async () => {
    const saved = catchDownloads();
    const api = setUp();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Kubeconfig downloaden' }),
    );
    expect(
      await screen.findByText('balie.kubeconfig is gedownload.'),
    ).toBeInTheDocument();
    expect(saved[0].name).toBe('balie.kubeconfig');
    expect(await saved[0].blob.text()).toContain('kind: Config');
    expect(api.inputsOf('issueKubeconfig')[0][1]).toEqual({ kind: 'person' });
    expect(
      screen.getByText('export KUBECONFIG=~/.kube/balie.kubeconfig'),
    ).toBeInTheDocument();
    expect(screen.getByText('kubectl get pods')).toBeInTheDocument();
  });

  it('copies a command and says so', async () => {
    const user = userEvent.setup();
    setUp();
    const write = jest.spyOn(navigator.clipboard, 'writeText');
    await user.click(
      await screen.findByRole('button', { name: 'Kopiëren: Probeer het uit' }),
    );
    expect(await screen.findByText('Gekopieerd')).toBeInTheDocument();
    expect(write).toHaveBeenCalledWith('kubectl get pods');
  });

  it('says what to do where the browser does not let it copy', async () => {
    const user = userEvent.setup();
    setUp();
    jest
      .spyOn(navigator.clipboard, 'writeText')
      .mockRejectedValue(new Error('denied'));
    await user.click(
      await screen.findByRole('button', { name: 'Kopiëren: Probeer het uit' }),
    );
    expect(await screen.findByText(/Kopiëren lukte niet/)).toBeInTheDocument();
  });

  it('gives a pipeline a token for the chosen time, shown once and kept nowhere', async () => {
    const saved = catchDownloads();
    const api = setUp();
    await openMachineTab();
    expect(await findViolations()).toEqual([]);

    await userEvent.click(
      screen.getByRole('button', { name: 'Kubeconfig maken' }),
    );
    const description = screen.getByRole('textbox', {
      name: /Waarvoor het is/,
    });
    expect(description).toBeInvalid();
    expect(description).toHaveAccessibleDescription(/Vul in waarvoor het is\./);

    await userEvent.click(screen.getByRole('radio', { name: '8 uur' }));
    await userEvent.type(description, 'bouwstraat{Enter}');
    expect(
      await screen.findByText('Kubeconfig gemaakt. U ziet hem alleen nu.'),
    ).toBeInTheDocument();
    expect(api.inputsOf('issueKubeconfig')[0][1]).toEqual({
      kind: 'machine',
      lifetimeSeconds: 8 * 60 * 60,
      description: 'bouwstraat',
    });
    expect(screen.getByText(new RegExp(SECRET))).toBeInTheDocument();
    expect(await findViolations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Downloaden' }));
    expect(saved[0].name).toBe('balie.kubeconfig');
    expect(await saved[0].blob.text()).toContain(SECRET);

    // a look at the other tab does not lose it
    await userEvent.click(screen.getByRole('tab', { name: 'Voor uzelf' }));
    await openMachineTab();
    expect(screen.getByText(new RegExp(SECRET))).toBeInTheDocument();
    const kept = [
      window.location.href,
      JSON.stringify(window.localStorage),
      JSON.stringify(window.sessionStorage),
    ].join();
    expect(kept).not.toContain(SECRET);

    await userEvent.click(
      screen.getByRole('button', { name: 'Klaar, verbergen' }),
    );
    expect(screen.queryByText(new RegExp(SECRET))).not.toBeInTheDocument();
    expect(await screen.findByText('bouwstraat')).toBeInTheDocument();
  }, 20_000);

  it('revokes a credential after asking, and offers it only for those that still work', async () => {
    const api = new FakeFreeTierApi();
    const base = {
      createdBy: 'user:default/dev-burgerzaken',
      createdAt: '2026-10-01T10:00:00.000Z',
    };
    api.credentials = [
      {
        ...base,
        id: '1',
        description: 'bouwstraat',
        expiresAt: new Date(Date.now() + 60 * 60 * 1000).toISOString(),
      },
      {
        ...base,
        id: '2',
        description: 'oud',
        expiresAt: '2026-10-01T11:00:00.000Z',
      },
    ];
    setUp(api);
    await openMachineTab();
    expect(await screen.findByText(/Verlopen op/)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Intrekken: oud' }),
    ).not.toBeInTheDocument();
    const revoke = screen.getByRole('button', {
      name: 'Intrekken: bouwstraat',
    });
    await waitFor(() => expect(revoke).toBeEnabled());
    await userEvent.click(revoke);
    const dialog = await screen.findByRole('dialog', {
      name: 'Deze toegang intrekken?',
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Intrekken' }),
    );
    expect(await screen.findByText(/Ingetrokken op/)).toBeInTheDocument();
    expect(api.inputsOf('revokeMachineCredential')).toEqual([
      [buildCluster().id, '1'],
    ]);
  });

  it('lets who may not connect take access away, if the policy says so', async () => {
    const api = buildApiWithCredential();
    setUp(api, {
      cluster: buildCluster({
        permissions: { connect: false, retry: false, delete: true },
      }),
    });
    await openMachineTab();
    const revoke = await screen.findByRole('button', {
      name: 'Intrekken: bouwstraat',
    });
    await waitFor(() => expect(revoke).toBeEnabled());
    expect(
      screen.getByRole('button', { name: 'Kubeconfig maken' }),
    ).toBeDisabled();
  });

  it('says why access cannot be taken away and whom to ask', async () => {
    const api = buildApiWithCredential();
    setUp(api, { denied: ['free-tier.cluster.update'] });
    await openMachineTab();
    expect(
      await screen.findByText(
        /^Alleen leden van team burgerzaken en platformbeheerders kunnen toegang intrekken/,
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Intrekken: bouwstraat' }),
    ).toBeDisabled();
  });
});
