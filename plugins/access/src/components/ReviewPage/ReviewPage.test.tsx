import { findViolations } from '@nerds/page-parts/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router-dom';
import {
  buildApiError,
  buildItem,
  buildLeadAccess,
  buildPerson,
  buildReview,
} from '../../__testUtils__/builders';
import { FakeAccessApi } from '../../__testUtils__/FakeAccessApi';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { ReviewPage } from './ReviewPage';

const ITEMS = [
  buildItem(),
  buildItem({
    id: 'own',
    subject: 'user:default/lead-burgerzaken',
    isOwn: true,
  }),
  buildItem({
    id: 'token',
    kind: 'machine-token',
    subject: 'uitrol-website',
    access: 'Mag: Clusters bekijken',
    expiresAt: '2027-01-01T00:00:00.000Z',
  }),
];

function render(api: FakeAccessApi, id = buildReview().id) {
  return renderInPortal(
    <Routes>
      <Route path="/access/reviews/:id" element={<ReviewPage />} />
    </Routes>,
    { api, url: `/access/reviews/${id}` },
  );
}

function asLead(changes: Parameters<typeof buildReview>[0] = {}) {
  const api = new FakeAccessApi();
  api.me = buildLeadAccess();
  api.people = [buildPerson('jan', 'Jan Jansen')];
  api.reviews = [buildReview({ items: ITEMS, ...changes })];
  return api;
}

async function findItem(name: string) {
  const heading = await screen.findByRole('heading', { name, level: 3 });
  return within(heading.closest('li')!);
}

describe('ReviewPage', () => {
  it('shows by kind who has access to what, and how it stands', async () => {
    render(asLead());
    expect(
      await screen.findByRole('heading', {
        name: 'Toegangsbeoordeling van team burgerzaken',
        level: 1,
      }),
    ).toBeInTheDocument();
    const members = await screen.findByRole('list', {
      name: 'Leden van het team',
    });
    expect(await within(members).findByText('Jan Jansen')).toBeInTheDocument();
    expect(
      within(members).getAllByText('Lid van team burgerzaken'),
    ).toHaveLength(2);
    expect(within(members).getAllByText('3 dagen geleden')).toHaveLength(2);
    expect(
      (await findItem('uitrol-website')).getByText('1 januari 2027'),
    ).toBeInTheDocument();
    expect(screen.getByText('0 van 3')).toBeInTheDocument();
    expect(screen.getByText(/over 10 dagen/)).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Beoordeling afronden' }),
    ).toHaveAccessibleDescription(
      'Afronden kan zodra over elke regel is besloten.',
    );
    expect(await findViolations()).toEqual([]);
  });

  it('confirms one with the keyboard, and stays where it was', async () => {
    const api = asLead();
    render(api);
    const item = await findItem('Jan Jansen');
    item
      .getByRole('button', {
        name: 'Bevestigen: Jan Jansen, Lid van team burgerzaken',
      })
      .focus();
    await userEvent.keyboard('{Enter}');
    expect(
      await item.findByText(/^Bevestigd door lead-burgerzaken/),
    ).toHaveFocus();
    expect(screen.getByText('Bevestigd: Jan Jansen.')).toBeInTheDocument();
    expect(api.inputsOf('decide')).toEqual([
      [buildReview().id, [{ itemId: 'item-1', decision: 'confirm' }]],
    ]);
    expect(
      item.getByRole('button', { name: /^Toch intrekken: Jan Jansen/ }),
    ).toHaveTextContent('Toch intrekken …');
  });

  it('asks why before revoking, and says what still has to happen', async () => {
    const api = asLead();
    render(api);
    const item = await findItem('Jan Jansen');
    await userEvent.click(
      item.getByRole('button', { name: /^Intrekken: Jan Jansen/ }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Toegang van Jan Jansen intrekken?',
    });
    const submit = within(dialog).getByRole('button', { name: 'Intrekken' });
    await userEvent.click(submit);
    const reason = within(dialog).getByRole('textbox', { name: /Reden/ });
    expect(reason).toHaveAccessibleDescription(/Vul een reden in/);
    expect(await findViolations()).toEqual([]);

    await userEvent.type(reason, 'Werkt nu elders');
    await userEvent.click(submit);
    expect(
      await item.findByText(/Haal deze persoon uit de groep/),
    ).toBeInTheDocument();
    expect(item.getByText('Reden: Werkt nu elders')).toBeInTheDocument();
    expect(item.getByText(/^Ingetrokken door/)).toHaveFocus();
    expect(item.queryByRole('button')).not.toBeInTheDocument();
  });

  it('leaves the own access to somebody else, and says so', async () => {
    const api = asLead();
    render(api);
    const item = await findItem('lead-burgerzaken');
    for (const button of item.getAllByRole('button')) {
      expect(button).toHaveAttribute('aria-disabled', 'true');
      expect(button).toHaveAccessibleDescription(
        'Dit is uw eigen toegang. Een andere teamleider of een beheerder beslist erover.',
      );
      await userEvent.click(button);
    }
    expect(api.inputsOf('decide')).toEqual([]);
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });

  it('confirms all that is left but the own access, after asking', async () => {
    const api = asLead();
    render(api);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Alle 2 overige bevestigen',
      }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Bevestigen' }),
    );
    expect(
      await screen.findByText(/Er rest alleen nog uw eigen toegang/),
    ).toBeInTheDocument();
    expect(api.inputsOf('decide')).toMatchObject([
      [{}, [{ itemId: 'item-1' }, { itemId: 'token' }]],
    ]);
  });

  it('is completed when all is decided, and is a record from then on', async () => {
    const api = asLead({ items: [buildItem({ decision: 'confirm' })] });
    render(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Beoordeling afronden' }),
    );
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Beoordeling afronden' }),
    );
    expect(
      await screen.findByText(/Dit is het verslag van een afgeronde/),
    ).toBeInTheDocument();
    expect(screen.getByText(/, door lead-burgerzaken$/)).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(await findViolations()).toEqual([]);
  });

  it('shows what was found by the last look when it cannot be completed for that', async () => {
    const api = asLead({ items: [buildItem({ decision: 'confirm' })] });
    render(api);
    const complete = await screen.findByRole('button', {
      name: 'Beoordeling afronden',
    });
    api.failures.completeReview = buildApiError(409, 'Er kwam iets bij.');
    api.reviews = [
      buildReview({ items: [buildItem({ decision: 'confirm' }), ITEMS[2]] }),
    ];
    await userEvent.click(complete);
    const dialog = await screen.findByRole('dialog');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Beoordeling afronden' }),
    );
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Er kwam iets bij.',
    );
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Annuleren' }),
    );
    expect(
      (await findItem('uitrol-website')).getAllByRole('button'),
    ).toHaveLength(2);
  });

  it('says what of the list is missing, and asks for it again', async () => {
    const api = asLead({
      items: [buildItem({ decision: 'confirm' })],
      sources: [
        {
          kind: 'cluster-credential',
          state: 'failed',
          failure: 'De clusters antwoorden niet.',
        },
      ],
    });
    render(api);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      'Kon niet worden opgehaald: Kubeconfigs van machines',
    );
    expect(alert).toHaveTextContent('De clusters antwoorden niet.');
    expect(
      screen.getByRole('button', { name: 'Beoordeling afronden' }),
    ).toHaveAccessibleDescription(/Afronden kan pas als de lijst volledig is/);
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Opnieuw proberen' }),
    );
    expect(
      await screen.findByText('Alles is beoordeeld; u kunt afronden.'),
    ).toBeInTheDocument();
  });

  it('shows the failure of a revocation beside the access, which stays undecided', async () => {
    render(asLead({ items: [buildItem({ failure: 'Het cluster zwijgt.' })] }));
    const item = await findItem('Jan Jansen');
    expect(item.getByRole('alert')).toHaveTextContent('Het cluster zwijgt.');
    expect(item.getAllByRole('button')).toHaveLength(2);
  });

  it('is for reading only to who may not decide', async () => {
    render(asLead({ permissions: { decide: false } }));
    const item = await findItem('Jan Jansen');
    for (const button of item.getAllByRole('button')) {
      expect(button).toHaveAttribute('aria-disabled', 'true');
      expect(button).toHaveAccessibleDescription(
        /alleen een teamleider of beheerder beslist/,
      );
    }
    expect(
      screen.queryByRole('button', { name: 'Beoordeling afronden' }),
    ).not.toBeInTheDocument();
  });

  it('says that it is loading, that there is no such review, and what failed', async () => {
    const silent = asLead();
    silent.isSilent = true;
    const first = render(silent);
    expect(
      await screen.findByText('De gegevens worden opgehaald …'),
    ).toBeInTheDocument();
    first.unmount();

    const second = render(asLead(), 'unknown');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Er is geen beoordeling met dit id.',
    );
    second.unmount();

    const failing = asLead();
    failing.failures.decide = buildApiError(409, 'Al afgerond door een ander.');
    render(failing);
    await userEvent.click(
      (
        await findItem('Jan Jansen')
      ).getByRole('button', {
        name: /^Bevestigen/,
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Al afgerond door een ander.',
    );
  });
});
