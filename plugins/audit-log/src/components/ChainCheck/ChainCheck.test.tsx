import { findViolations } from '@nerds/page-parts/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { buildVerification } from '../../__testUtils__/builders';
import {
  buildApiError,
  FakeAuditLogApi,
} from '../../__testUtils__/FakeAuditLogApi';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { ChainCheck } from './ChainCheck';

async function check(api: FakeAuditLogApi) {
  renderInPortal(<ChainCheck />, { api });
  const button = await screen.findByRole('button', {
    name: 'Keten controleren',
  });
  // enabled once the portal has said that this person may
  await waitFor(() => expect(button).toBeEnabled());
  await userEvent.click(button);
}

describe('ChainCheck', () => {
  it('shows an intact chain with what to note down', async () => {
    const api = new FakeAuditLogApi();
    await check(api);
    expect(await screen.findByText('De keten is heel')).toBeInTheDocument();
    expect(
      screen.getByText(/1204 gebeurtenissen gecontroleerd op 1 okt/),
    ).toBeInTheDocument();
    expect(screen.getByText('1204')).toBeInTheDocument();
    expect(screen.getByText('b'.repeat(64))).toBeInTheDocument();
    expect(await findViolations()).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Sluiten' }));
    expect(screen.queryByText('De keten is heel')).not.toBeInTheDocument();
  });

  it('says where a broken chain broke and what to do', async () => {
    const api = new FakeAuditLogApi();
    api.verification = buildVerification({
      state: 'broken',
      brokenAt: 17,
      problem: 'hash differs',
    });
    await check(api);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('De keten is gebroken');
    expect(alert).toHaveTextContent('Gebeurtenis 17 is niet meer wat die was.');
    expect(alert).toHaveTextContent('hash differs');
    expect(alert).toHaveTextContent('beveiligingsincident');
    expect(await findViolations()).toEqual([]);
  });

  it('says that there is nothing to check yet', async () => {
    const api = new FakeAuditLogApi();
    api.verification = {
      state: 'intact',
      checkedCount: 0,
      checkedAt: '2026-10-01T12:00:00.000Z',
    };
    await check(api);
    expect(
      await screen.findByText(/nog niets vastgelegd, dus ook niets/),
    ).toBeInTheDocument();
  });

  it('says why checking did not work, and offers it again', async () => {
    const api = new FakeAuditLogApi();
    api.failure = buildApiError(503, 'Dit kan nu even niet.');
    await check(api);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Dit kan nu even niet.');
    api.failure = undefined;
    await userEvent.click(within(alert).getByRole('button'));
    expect(await screen.findByText('De keten is heel')).toBeInTheDocument();
  });

  it('is shown to who may not, disabled, with who may', async () => {
    renderInPortal(<ChainCheck />, {
      api: new FakeAuditLogApi(),
      denied: ['audit-log.verify'],
    });
    expect(
      await screen.findByText(
        'De keten controleren kan alleen een auditor of beheerder.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Keten controleren' }),
    ).toBeDisabled();
  });
});
