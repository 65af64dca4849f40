import { findViolations } from '@nerds/page-parts/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  buildApiError,
  buildGrant,
  buildItem,
  buildLeadAccess,
  buildOwnAccess,
  buildReview,
  buildRoles,
  inDays,
} from '../../__testUtils__/builders';
import { FakeAccessApi } from '../../__testUtils__/FakeAccessApi';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { ReviewsPage } from './ReviewsPage';

const URL = '/access/reviews';

function asLead() {
  const api = new FakeAccessApi();
  api.me = buildLeadAccess();
  return api;
}

describe('ReviewsPage', () => {
  it('lists open reviews with when they are due and how far they are, and completed ones', async () => {
    const api = asLead();
    api.reviews = [
      buildReview({
        id: 'done',
        state: 'completed',
        completedAt: '2026-10-20T10:00:00.000Z',
      }),
      buildReview({
        id: 'late',
        dueAt: inDays(-2.5),
        items: [buildItem({ decision: 'confirm' }), buildItem({ id: '2' })],
      }),
    ];
    renderInPortal(<ReviewsPage />, { api, url: URL });

    const open = await screen.findByRole('list', { name: 'Nog te doen' });
    expect(
      within(open).getByRole('link', { name: 'team burgerzaken' }),
    ).toHaveAttribute('href', '/access/reviews/late');
    expect(within(open).getByText(/^Te laat: .*2 dagen geleden/)).toBeVisible();
    expect(within(open).getByText('1 van 2')).toBeInTheDocument();
    expect(
      within(screen.getByRole('list', { name: 'Afgerond' })).getByRole('link', {
        name: 'team burgerzaken, afgerond op 20 oktober 2026',
      }),
    ).toHaveAttribute('href', '/access/reviews/done');
    expect(
      screen.getByRole('heading', { name: 'Toegangsbeoordeling', level: 1 }),
    ).toBeInTheDocument();
    expect(await findViolations()).toEqual([]);
  });

  it('starts a review of the team that the person leads and goes there', async () => {
    const api = asLead();
    renderInPortal(<ReviewsPage />, { api, url: URL });
    expect(
      await screen.findByText(/Er staat geen beoordeling open/),
    ).toBeInTheDocument();
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Beoordeling beginnen: team burgerzaken',
      }),
    );
    expect(
      await screen.findByText('/access/reviews/started'),
    ).toBeInTheDocument();
    expect(api.inputsOf('startReview')).toEqual([
      ['group:default/burgerzaken'],
    ]);
  });

  it('lets an administrator start the review of the roles in the whole portal', async () => {
    const api = new FakeAccessApi();
    api.me = buildOwnAccess({ roles: [{ role: 'administrator' }] });
    renderInPortal(<ReviewsPage />, { api, url: URL });
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Beoordeling beginnen: rollen in het hele portaal',
      }),
    );
    expect(await screen.findByText('/access/reviews/started')).toBeVisible();
    expect(api.inputsOf('startReview')).toEqual([
      ['group:portal/privileged-roles'],
    ]);
  });

  it('says whom to ask to who leads no team, and that there is one already to who does', async () => {
    const api = new FakeAccessApi();
    api.roles = buildRoles([
      buildGrant({
        role: 'team-lead',
        subject: 'user:default/loes',
        team: 'group:default/burgerzaken',
      }),
    ]);
    const { unmount } = renderInPortal(<ReviewsPage />, { api, url: URL });
    const button = await screen.findByRole('button', {
      name: 'Beoordeling beginnen',
    });
    expect(button).toHaveAttribute('aria-disabled', 'true');
    expect(button).toHaveAccessibleDescription(
      'Alleen een teamleider of beheerder kan een beoordeling beginnen. Vraag het aan loes.',
    );
    unmount();

    const lead = asLead();
    lead.reviews = [buildReview()];
    renderInPortal(<ReviewsPage />, { api: lead, url: URL });
    await screen.findByRole('link', { name: 'team burgerzaken' });
    expect(
      screen.getByRole('button', { name: 'Beoordeling beginnen' }),
    ).toHaveAccessibleDescription(/rond eerst de beoordeling hieronder af/);
  });

  it('says that it is loading', async () => {
    const api = new FakeAccessApi();
    api.isSilent = true;
    renderInPortal(<ReviewsPage />, { api, url: URL });
    expect(
      await screen.findByText('De gegevens worden opgehaald …'),
    ).toBeInTheDocument();
  });

  it('says whom to ask when reviews may not be seen, and offers to try again when it cannot be reached', async () => {
    const api = new FakeAccessApi();
    api.failures.listReviews = buildApiError(403, 'U mag dit niet doen.');
    const { unmount } = renderInPortal(<ReviewsPage />, { api, url: URL });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Vraag het aan groep platform',
    );
    unmount();

    const other = asLead();
    other.failures.listReviews = new TypeError('Failed to fetch');
    renderInPortal(<ReviewsPage />, { api: other, url: URL });
    const alert = await screen.findByRole('alert');
    other.failures = {};
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Opnieuw proberen' }),
    );
    expect(
      await screen.findByText(/Er staat geen beoordeling open/),
    ).toBeInTheDocument();
  });

  it('says what went wrong when a review cannot be started', async () => {
    const api = asLead();
    api.failures.startReview = buildApiError(409, 'Er staat er al een open.');
    renderInPortal(<ReviewsPage />, { api, url: URL });
    await userEvent.click(
      await screen.findByRole('button', { name: /^Beoordeling beginnen/ }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Er staat er al een open.',
    );
  });
});
