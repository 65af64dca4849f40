import { findViolations } from '@nerds/page-parts/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  buildApiError,
  buildOwnAccess,
  buildToken,
} from '../../__testUtils__/builders';
import { FakeAccessApi } from '../../__testUtils__/FakeAccessApi';
import {
  FakeMachineAccessApi,
  SECRET,
} from '../../__testUtils__/FakeMachineAccessApi';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { TokensPage } from './TokensPage';

const URL = '/access/tokens';

async function openForm() {
  await userEvent.click(
    await screen.findByRole('button', { name: 'Token maken' }),
  );
  return screen.findByRole('form', { name: 'Token maken' });
}

async function createToken() {
  const form = await openForm();
  await userEvent.type(
    within(form).getByRole('textbox', { name: /Naam/ }),
    'nachtelijke-test',
  );
  await userEvent.click(
    within(form).getByRole('checkbox', { name: /Clusters bekijken/ }),
  );
  await userEvent.click(within(form).getByRole('radio', { name: '90 dagen' }));
  await userEvent.click(
    within(form).getByRole('button', { name: 'Token maken' }),
  );
}

describe('TokensPage', () => {
  it('lists the tokens with what they may, when they were used and until when they work', async () => {
    const machineApi = new FakeMachineAccessApi();
    machineApi.tokens = [
      buildToken(),
      buildToken({
        id: 'old',
        name: 'oud',
        state: 'revoked',
        revokedAt: '2026-11-02T10:00:00.000Z',
        revokedBy: 'user:default/jan',
      }),
    ];
    renderInPortal(<TokensPage />, { machineApi, url: URL });

    const list = await screen.findByRole('list', {
      name: 'Tokens',
    });
    expect(within(list).getByText('uitrol-website')).toBeInTheDocument();
    expect(
      await within(list).findByText('Clusters bekijken'),
    ).toBeInTheDocument();
    expect(
      within(list).getByText(/1 dag geleden .*, vanaf 192\.0\.2\.17/),
    ).toBeInTheDocument();
    expect(within(list).getByText(/over 20 dagen/)).toBeInTheDocument();
    expect(within(list).queryByText('oud')).not.toBeInTheDocument();

    await userEvent.click(
      screen.getByRole('button', { name: '1 verlopen of ingetrokken token' }),
    );
    const over = await screen.findByRole('list', {
      name: 'Verlopen en ingetrokken tokens',
    });
    expect(within(over).getByText('oud')).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Machinetoegang', level: 1 }),
    ).toBeInTheDocument();
    expect(await findViolations()).toEqual([]);
  });

  it('shows the secret of a new token once, and keeps it nowhere', async () => {
    const machineApi = new FakeMachineAccessApi();
    renderInPortal(<TokensPage />, { machineApi, url: URL });
    await createToken();

    const dialog = await screen.findByRole('dialog', {
      name: 'Token ‘nachtelijke-test’ is gemaakt',
    });
    expect(within(dialog).getByText(SECRET)).toBeInTheDocument();
    expect(
      within(dialog).getByRole('button', { name: 'Kopiëren: Het token' }),
    ).toBeInTheDocument();
    expect(within(dialog).getByText(/Bearer \$NERDS_TOKEN/)).toHaveTextContent(
      'http://localhost:7007/api/free-tier/v1/clusters',
    );
    expect(await findViolations()).toEqual([]);
    expect(machineApi.inputsOf('createToken')).toEqual([
      [
        {
          name: 'nachtelijke-test',
          team: 'group:default/burgerzaken',
          permissions: ['free-tier.cluster.read'],
          lifetimeDays: 90,
        },
      ],
    ]);

    await userEvent.keyboard('{Escape}');
    expect(within(dialog).getByText(SECRET)).toBeInTheDocument();
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Ik heb het token bewaard' }),
    );
    await waitFor(() =>
      expect(document.documentElement.outerHTML).not.toContain(SECRET),
    );
    expect(JSON.stringify({ ...window.localStorage })).not.toContain(SECRET);
    expect(JSON.stringify({ ...window.sessionStorage })).not.toContain(SECRET);
    expect(screen.getByText('/access/tokens')).toBeInTheDocument();
    expect(await screen.findByText('nachtelijke-test')).toBeInTheDocument();
  });

  it('says at the field what is missing and what the API refuses', async () => {
    const machineApi = new FakeMachineAccessApi();
    renderInPortal(<TokensPage />, { machineApi, url: URL });
    const form = await openForm();
    await userEvent.click(within(form).getByRole('radio', { name: 'Anders' }));
    await userEvent.click(
      within(form).getByRole('button', { name: 'Token maken' }),
    );
    const name = within(form).getByRole('textbox', { name: /Naam/ });
    expect(name).toHaveFocus();
    expect(name).toHaveAccessibleDescription(/Vul een naam in van 3/);
    expect(
      within(form).getByText('Kies wat het token mag.'),
    ).toBeInTheDocument();
    expect(
      within(form).getByRole('textbox', { name: /Aantal dagen/ }),
    ).toHaveAccessibleDescription(/Vul een heel aantal dagen in/);
    expect(await findViolations()).toEqual([]);

    machineApi.failures.createToken = buildApiError(409, 'Bezet.', [
      { field: 'name', detail: 'Het team heeft al zo’n token.' },
    ]);
    await userEvent.type(name, 'uitrol-website');
    await userEvent.click(
      within(form).getByRole('checkbox', { name: /Clusters bekijken/ }),
    );
    await userEvent.type(
      within(form).getByRole('textbox', { name: /Aantal dagen/ }),
      '7',
    );
    await userEvent.click(
      within(form).getByRole('button', { name: 'Token maken' }),
    );
    expect(
      await within(form).findByText('Het team heeft al zo’n token.'),
    ).toBeInTheDocument();
    expect(machineApi.inputsOf('createToken')).toMatchObject([
      [{ lifetimeDays: 7 }],
    ]);
  });

  it('revokes a token after asking', async () => {
    const machineApi = new FakeMachineAccessApi();
    machineApi.tokens = [buildToken()];
    renderInPortal(<TokensPage />, { machineApi, url: URL });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Token uitrol-website intrekken',
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Token ‘uitrol-website’ intrekken?',
    });
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Intrekken' }),
    );
    expect(
      await screen.findByText(
        'Token ‘uitrol-website’ is ingetrokken en werkt niet meer.',
      ),
    ).toBeInTheDocument();
    expect(machineApi.inputsOf('revokeToken')).toEqual([[buildToken().id]]);
    expect(
      await screen.findByText(/Er zijn geen geldige tokens/),
    ).toBeVisible();
  });

  it('says why the button does nothing, to who has no team and to whose role cannot', async () => {
    const api = new FakeAccessApi();
    api.me = buildOwnAccess({ teams: [] });
    const { unmount } = renderInPortal(<TokensPage />, { api, url: URL });
    expect(
      await screen.findByRole('button', { name: 'Token maken' }),
    ).toHaveAccessibleDescription(/u zit in geen enkel team/);
    unmount();

    const machineApi = new FakeMachineAccessApi();
    machineApi.tokens = [buildToken({ actions: { revoke: false } })];
    renderInPortal(<TokensPage />, {
      machineApi,
      denied: ['machine-access.token.create'],
      url: URL,
    });
    const create = await screen.findByRole('button', { name: 'Token maken' });
    expect(create).toHaveAttribute('aria-disabled', 'true');
    expect(create).toHaveAccessibleDescription(
      'Met uw rol kunt u geen tokens maken. Vraag het aan groep platform.',
    );
    expect(
      await screen.findByRole('button', {
        name: 'Token uitrol-website intrekken',
      }),
    ).toHaveAccessibleDescription(/dat kan wie in het team zit/);
    expect(await findViolations()).toEqual([]);
  });

  it('lists the workload identities with their conditions, and how one is added', async () => {
    const machineApi = new FakeMachineAccessApi();
    machineApi.identities = [
      {
        id: 'forge',
        title: 'Forge van burgerzaken',
        issuer: 'https://forge.example',
        audience: 'nerds-portal',
        team: 'group:default/burgerzaken',
        permissions: ['catalog.entity.read'],
        claims: { repository: 'burgerzaken/*' },
      },
    ];
    renderInPortal(<TokensPage />, { machineApi, url: URL });
    const list = await screen.findByRole('list', {
      name: 'Werklast-identiteiten',
    });
    expect(
      within(list).getByText('repository = burgerzaken/*'),
    ).toBeInTheDocument();
    expect(
      await within(list).findByText('De catalogus lezen'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/onder machineAccess\.workloadIdentities/),
    ).toBeInTheDocument();
  });

  it('says that it is loading, and what to do when nothing is there', async () => {
    const machineApi = new FakeMachineAccessApi();
    machineApi.isSilent = true;
    const { unmount } = renderInPortal(<TokensPage />, {
      machineApi,
      url: URL,
    });
    expect(
      await screen.findAllByText('De gegevens worden opgehaald …'),
    ).not.toHaveLength(0);
    unmount();

    renderInPortal(<TokensPage />, { url: URL });
    expect(
      await screen.findByText(/maakt er een met ‘Token maken’/),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Er is nog geen werklast-identiteit ingesteld.'),
    ).toBeInTheDocument();
  });

  it('offers to try again when the portal cannot be reached, and not when it may not be seen', async () => {
    const machineApi = new FakeMachineAccessApi();
    machineApi.failures.listTokens = new TypeError('Failed to fetch');
    renderInPortal(<TokensPage />, { machineApi, url: URL });
    const tokens = await screen.findByRole('region', {
      name: 'Tokens',
    });
    const alert = await within(tokens).findByRole('alert');
    expect(alert).toHaveTextContent('Het portaal is niet bereikbaar.');

    machineApi.failures.listTokens = buildApiError(403, 'U mag dit niet doen.');
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Opnieuw proberen' }),
    );
    await waitFor(() =>
      expect(within(tokens).getByRole('alert')).toHaveTextContent(
        'Vraag het aan groep platform',
      ),
    );
    expect(
      within(tokens).queryByRole('button', { name: 'Opnieuw proberen' }),
    ).not.toBeInTheDocument();
  });
});
