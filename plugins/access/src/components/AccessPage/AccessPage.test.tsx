import { findViolations } from '@nerds/page-parts/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  buildApiError,
  buildGrant,
  buildLeadAccess,
  buildPerson,
  buildRoles,
} from '../../__testUtils__/builders';
import { FakeAccessApi } from '../../__testUtils__/FakeAccessApi';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { AccessPage } from './AccessPage';

const DENIED = ['access.role.grant', 'access.role.revoke'];

function findSection(name: string) {
  return screen.findByRole('region', { name });
}

async function fillIn(form: HTMLElement) {
  await userEvent.click(
    within(form).getByRole('button', { name: /Kies een rol/ }),
  );
  await userEvent.click(await screen.findByRole('option', { name: 'Auditor' }));
  await userEvent.type(
    within(form).getByRole('combobox', { name: /Persoon/ }),
    'piet',
  );
  // closes the list of suggestions
  await userEvent.tab();
  await userEvent.type(
    within(form).getByRole('textbox', { name: /Reden/ }),
    'Onderzoek',
  );
}

describe('AccessPage', () => {
  it('says who I am, what I may do, why, and whom to ask for more', async () => {
    const api = new FakeAccessApi();
    api.me = buildLeadAccess();
    api.people = [buildPerson('lead-burgerzaken', 'Loes de Lead')];
    renderInPortal(<AccessPage />, { api, denied: DENIED });

    const own = await findSection('Mijn toegang');
    expect(await within(own).findByText('Loes de Lead')).toBeInTheDocument();
    expect(
      within(own).getByText('Gebruikt het portaal voor de eigen teams.'),
    ).toBeInTheDocument();
    expect(
      within(own).getByText(
        'Waarom: iedereen die is aangemeld heeft deze rol.',
      ),
    ).toBeInTheDocument();
    expect(
      within(own).getByText(
        /Waarom: voor u persoonlijk\. Gegeven door beheerder op 1 oktober 2026\. Geldt tot en met .* \(over 30 dagen\)\. Reden: Jaarlijkse controle/,
      ),
    ).toBeInTheDocument();
    expect(
      within(await findSection('Meer nodig?')).getByText(
        'Een rol of meer rechten: vraag het aan groep platform.',
      ),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('heading', { name: 'Toegang', level: 1 }),
    ).toBeInTheDocument();
    expect(await findViolations()).toEqual([]);
  });

  it('shows buttons that do nothing with the reason, reachable with the keyboard', async () => {
    const api = new FakeAccessApi();
    api.roles = buildRoles([buildGrant()]);
    renderInPortal(<AccessPage />, { api, denied: DENIED });

    const reason =
      'Alleen een beheerder kan rollen geven en intrekken. Vraag het aan groep platform.';
    for (const name of ['Rol geven', 'Rol Auditor van jan intrekken']) {
      const button = await screen.findByRole('button', { name });
      expect(button).toHaveAttribute('aria-disabled', 'true');
      expect(button).toHaveAccessibleDescription(reason);
      button.focus();
      expect(button).toHaveFocus();
      await userEvent.keyboard('{Enter}');
    }
    expect(screen.queryByRole('form')).not.toBeInTheDocument();
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(await findViolations()).toEqual([]);
  });

  it('lets an administrator give a role', async () => {
    const api = new FakeAccessApi();
    renderInPortal(<AccessPage />, { api });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Rol geven' }),
    );
    const form = screen.getByRole('form', { name: 'Rol geven' });
    expect(await findViolations()).toEqual([]);
    await fillIn(form);
    await userEvent.click(
      within(form).getByRole('button', { name: 'Rol geven' }),
    );

    expect(
      await screen.findByText('Gelukt: piet heeft nu de rol Auditor.'),
    ).toBeInTheDocument();
    expect(api.inputsOf('grantRole')).toEqual([
      [{ role: 'auditor', subject: 'user:default/piet', reason: 'Onderzoek' }],
    ]);
    expect(
      await screen.findByRole('button', {
        name: 'Rol Auditor van piet intrekken',
      }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('form')).not.toBeInTheDocument();
  });

  it('says at the field what is missing and what the API refuses', async () => {
    const api = new FakeAccessApi();
    renderInPortal(<AccessPage />, { api });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Rol geven' }),
    );
    const form = screen.getByRole('form', { name: 'Rol geven' });
    const submit = within(form).getByRole('button', { name: 'Rol geven' });
    await userEvent.click(submit);
    const subject = within(form).getByRole('combobox', { name: /Persoon/ });
    expect(subject).toHaveAccessibleDescription(/Vul in wie de rol krijgt\./);
    expect(api.inputsOf('grantRole')).toEqual([]);

    api.failures.grantRole = buildApiError(400, 'Het verzoek klopt niet.', [
      { field: 'subject', detail: 'U kunt uzelf geen rol geven.' },
    ]);
    await fillIn(form);
    await userEvent.click(submit);
    expect(
      await within(form).findByText('U kunt uzelf geen rol geven.'),
    ).toBeInTheDocument();
    expect(subject).toHaveAccessibleDescription(/U kunt uzelf geen rol geven/);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('revokes a role that was given in the portal after asking, and none from the configuration', async () => {
    const api = new FakeAccessApi();
    api.roles = buildRoles([buildGrant()]);
    renderInPortal(<AccessPage />, { api });

    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Rol Auditor van jan intrekken',
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Rol intrekken?',
    });
    expect(await findViolations()).toEqual([]);
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Intrekken' }),
    );
    expect(
      await screen.findByText('Gelukt: jan heeft de rol Auditor niet meer.'),
    ).toBeInTheDocument();
    expect(api.inputsOf('revokeRole')).toEqual([[buildGrant().id]]);
    expect(
      screen.queryByRole('button', { name: /van groep platform intrekken/ }),
    ).not.toBeInTheDocument();
  });

  it('says that it is loading', async () => {
    const api = new FakeAccessApi();
    api.isSilent = true;
    renderInPortal(<AccessPage />, { api });
    expect(
      await screen.findAllByText('De gegevens worden opgehaald …'),
    ).not.toHaveLength(0);
  });

  it('offers to try again when the portal cannot be reached', async () => {
    const api = new FakeAccessApi();
    api.failures.all = new TypeError('Failed to fetch');
    renderInPortal(<AccessPage />, { api });
    const own = await findSection('Mijn toegang');
    const alert = await within(own).findByRole('alert');
    expect(alert).toHaveTextContent('Het portaal is niet bereikbaar.');

    api.failures = {};
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Opnieuw proberen' }),
    );
    expect(
      await within(own).findByText('user:default/dev-burgerzaken'),
    ).toBeInTheDocument();
  });

  it('says whom to ask when the roles may not be seen, and still shows my own', async () => {
    const api = new FakeAccessApi();
    api.failures.listRoles = buildApiError(403, 'U mag dit niet doen.');
    renderInPortal(<AccessPage />, { api });
    const roles = await findSection('Rollen en leden');
    const alert = await within(roles).findByRole('alert');
    expect(alert).toHaveTextContent('U mag dit niet');
    expect(alert).toHaveTextContent('Vraag het aan wie dit portaal beheert');
    expect(within(alert).queryByRole('button')).not.toBeInTheDocument();
    expect(
      within(await findSection('Mijn toegang')).getByText('Ontwikkelaar'),
    ).toBeInTheDocument();
  });

  it('speaks English to who reads English', async () => {
    renderInPortal(<AccessPage />, { language: 'en', denied: DENIED });
    expect(
      await screen.findByText(
        'Only an administrator can give and revoke roles. Ask group platform.',
      ),
    ).toBeInTheDocument();
  });
});
