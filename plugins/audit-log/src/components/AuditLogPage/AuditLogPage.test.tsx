import { findViolations } from '@nerds/page-parts/testUtils';
import { setViewportWidth } from '@nerds/page-parts/viewport';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useLocation } from 'react-router-dom';
import { buildEvent } from '../../__testUtils__/builders';
import {
  buildApiError,
  FakeAuditLogApi,
} from '../../__testUtils__/FakeAuditLogApi';
import { renderInPortal } from '../../__testUtils__/renderInPortal';
import { AuditLogPage } from './AuditLogPage';

jest.setTimeout(60_000);

const EVENT = buildEvent();
const REQUEST = `correlationId=${EVENT.correlationId}`;

function Url() {
  const { pathname, search } = useLocation();
  return <output aria-label="url">{pathname + search}</output>;
}

function setUp(pages = [[EVENT]]) {
  const api = new FakeAuditLogApi();
  api.pages = pages;
  return api;
}

function render(
  api: FakeAuditLogApi,
  options: Omit<Parameters<typeof renderInPortal>[1], 'api'> = {},
) {
  return renderInPortal(
    <>
      <AuditLogPage />
      <Url />
    </>,
    { api, ...options },
  );
}

function findRow(name: RegExp) {
  return screen.findByRole('row', { name });
}

function url() {
  return screen.getByRole('status', { name: 'url' }).textContent;
}

describe('AuditLogPage', () => {
  afterEach(() => setViewportWidth());

  it('tells who did what to what, when, from where and how it ended', async () => {
    render(setUp());
    const row = await findRow(/dev-burgerzaken/);
    expect(within(row).getByText('Cluster verwijderen')).toBeInTheDocument();
    expect(
      within(row).getByText('free-tier.cluster-delete'),
    ).toBeInTheDocument();
    expect(
      within(row).getByRole('link', { name: 'cluster balie' }),
    ).toHaveAttribute('href', '/clusters/0b6f1c1e-0000-4000-8000-000000000001');
    expect(within(row).getByText('Gelukt')).toBeInTheDocument();
    expect(within(row).getByText('vanaf 10.1.2.3')).toBeInTheDocument();
    expect(within(row).getByText('burgerzaken')).toBeInTheDocument();
    const time = within(row).getByText(/1 okt\.? 2026/);
    expect(time).toHaveAttribute('title', EVENT.at);
    expect(time).toHaveTextContent(EVENT.at);
    expect(
      screen.getByRole('heading', { name: 'Auditlog', level: 1 }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('1 gebeurtenis, nieuwste eerst.'),
    ).toBeInTheDocument();
    expect(await findViolations()).toEqual([]);
  });

  it('speaks English to who reads English, and shows an act without words by its name', async () => {
    render(
      setUp([
        [
          buildEvent({ act: 'datasets.publish', result: 'refused' }),
          buildEvent({ sequence: 6, actor: 'unknown', result: 'failed' }),
          buildEvent({
            sequence: 5,
            actor: 'plugin:free-tier',
            act: 'scaffolder.task',
            object: 'task:77',
            details: { actionType: 'create' },
          }),
        ],
      ]),
      { language: 'en' },
    );
    const row = await findRow(/datasets\.publish/);
    expect(within(row).getByText('Refused')).toBeInTheDocument();
    expect(within(row).getByText(/Oct 1, 2026/)).toBeInTheDocument();
    expect(await findRow(/Not signed in/)).toHaveTextContent('Failed');
    const task = await findRow(/The portal \(free-tier\)/);
    expect(task).toHaveTextContent('Run a template');
    expect(within(task).getByRole('link', { name: 'task 77' })).toHaveAttribute(
      'href',
      '/create/tasks/77',
    );
  });

  it('opens the details of an event, which lead to all of the same request', async () => {
    const api = setUp();
    render(api);
    const row = await findRow(/dev-burgerzaken/);
    const button = within(row).getByRole('button', {
      name: /^Details: Cluster verwijderen, 1 okt/,
    });
    expect(button).toHaveAttribute('aria-expanded', 'false');
    button.focus();
    await userEvent.keyboard('{Enter}');
    expect(button).toHaveAttribute('aria-expanded', 'true');
    const details = await findRow(/Volgnummer/);
    expect(button).toHaveAttribute('aria-controls', details.id);
    for (const value of [
      EVENT.at,
      EVENT.actor,
      EVENT.object,
      EVENT.hash,
      'DELETE /api/free-tier/v1/clusters/0b6f1c1e',
      'Firefox/140',
      'Hoog',
      '"name": "balie"',
    ]) {
      expect(details).toHaveTextContent(value as string);
    }
    expect(await findViolations()).toEqual([]);

    await userEvent.click(
      screen.getByRole('link', { name: 'Alles van dit verzoek' }),
    );
    expect(url()).toBe(`/audit-log?${REQUEST}`);
    expect(
      screen.getByRole('textbox', { name: /Nummer van het verzoek/ }),
    ).toHaveValue(EVENT.correlationId);
    expect(api.inputsOf('listEvents').at(-1)).toEqual([
      { correlationId: EVENT.correlationId },
      undefined,
    ]);
  });

  it('shows cards with everything on a narrow screen', async () => {
    setViewportWidth(320);
    render(setUp());
    const list = await screen.findByRole('list', {
      name: 'Gebeurtenissen, nieuwste eerst',
    });
    expect(within(list).getByText('Cluster verwijderen')).toBeInTheDocument();
    expect(within(list).getByText('Gelukt')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    await userEvent.click(
      within(list).getByRole('button', { name: /^Details/ }),
    );
    expect(within(list).getByText(EVENT.hash)).toBeInTheDocument();
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Filters' }));
    expect(screen.getByRole('textbox', { name: /^Wie/ })).toBeInTheDocument();
    expect(await findViolations()).toEqual([]);
  });

  it('filters when asked to, keeps the filters in the address and clears them', async () => {
    const api = setUp();
    render(api, { url: '/audit-log?result=refused&act=datasets.publish' });
    await findRow(/dev-burgerzaken/);
    expect(api.inputsOf('listEvents')).toEqual([
      [{ act: 'datasets.publish', result: 'refused' }, undefined],
    ]);
    await userEvent.type(
      screen.getByRole('textbox', { name: /^Wie/ }),
      'auditor',
    );
    expect(api.inputsOf('listEvents')).toHaveLength(1);
    await userEvent.keyboard('{Enter}');
    expect(url()).toBe(
      '/audit-log?actor=auditor&act=datasets.publish&result=refused',
    );
    expect(api.inputsOf('listEvents').at(-1)?.[0]).toMatchObject({
      actor: 'user:default/auditor',
    });

    await userEvent.click(
      await screen.findByRole('button', { name: 'Filters wissen' }),
    );
    expect(url()).toBe('/audit-log');
    expect(api.inputsOf('listEvents').at(-1)).toEqual([{}, undefined]);
  });

  it('asks for a period of the own choice, and says when it ends before it begins', async () => {
    const api = setUp();
    render(api, {
      url: '/audit-log?from=2026-10-02T10:00:00Z&to=2026-10-01T10:00:00Z',
    });
    await findRow(/dev-burgerzaken/);
    expect(screen.getByLabelText('Tot')).toHaveAccessibleDescription(
      'Kies een moment na ‘Vanaf’.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Filteren' }));
    expect(api.inputsOf('listEvents')).toHaveLength(1);
    expect(await findViolations()).toEqual([]);
  });

  it('loads older events below those that are shown', async () => {
    const api = setUp([
      [EVENT],
      [buildEvent({ sequence: 6, actor: 'user:default/lead-burgerzaken' })],
    ]);
    render(api);
    expect(
      await screen.findByText('De nieuwste 1 gebeurtenis; er zijn oudere.'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Oudere laden' }));
    expect(await findRow(/lead-burgerzaken/)).toBeInTheDocument();
    expect(screen.getAllByRole('row')).toHaveLength(3);
    expect(
      screen.queryByRole('button', { name: 'Oudere laden' }),
    ).not.toBeInTheDocument();
    expect(api.inputsOf('listEvents')).toEqual([
      [{}, undefined],
      [{}, '1'],
    ]);
  });

  it('keeps what is shown when loading older or newer events fails', async () => {
    const api = setUp([[EVENT], [EVENT]]);
    render(api);
    await findRow(/dev-burgerzaken/);
    api.failure = buildApiError(503, 'Dit kan nu even niet.');
    await userEvent.click(screen.getByRole('button', { name: 'Oudere laden' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Dit kan nu even niet.',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Vernieuwen' }));
    expect(
      await screen.findByText('Wat u ziet kan verouderd zijn'),
    ).toBeInTheDocument();
    expect(await findRow(/dev-burgerzaken/)).toBeInTheDocument();
  });

  it('says that it is loading', async () => {
    const api = setUp();
    api.isSilent = true;
    render(api);
    expect(
      await screen.findByText('De gebeurtenissen worden opgehaald …'),
    ).toBeInTheDocument();
  });

  it('says that there is nothing, and with filters what to do', async () => {
    const first = render(setUp([[]]));
    expect(
      await screen.findByText('Er is nog niets vastgelegd dat u mag zien.'),
    ).toBeInTheDocument();
    first.unmount();

    render(setUp([[]]), { url: '/audit-log?result=failed' });
    expect(
      await screen.findByText('Geen gebeurtenissen met deze filters.'),
    ).toBeInTheDocument();
    expect(await findViolations()).toEqual([]);
  });

  it('offers to try again when the portal cannot be reached', async () => {
    const api = setUp();
    api.failure = new TypeError('Failed to fetch');
    render(api);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Het portaal is niet bereikbaar.');
    api.failure = undefined;
    await userEvent.click(
      within(alert).getByRole('button', { name: 'Opnieuw proberen' }),
    );
    expect(await findRow(/dev-burgerzaken/)).toBeInTheDocument();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('says whom to ask when the person may not see the log', async () => {
    const api = setUp();
    api.failure = buildApiError(403, 'U mag dit niet doen.');
    render(api);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('U mag het auditlog niet zien');
    expect(alert).toHaveTextContent('Vraag uw teamleider');
    expect(
      within(alert).getByRole('link', {
        name: 'Bekijk uw rollen en wie u kunt vragen',
      }),
    ).toHaveAttribute('href', '/access');
    expect(await findViolations()).toEqual([]);
  });

  it('says how far one sees: a developer the own teams, an auditor everything', async () => {
    const developer = render(setUp(), { denied: ['audit-log.event.read'] });
    expect(
      await screen.findByText(
        'U ziet wat over uw teams gaat en wat u zelf deed. Een auditor ziet alles.',
      ),
    ).toBeInTheDocument();
    developer.unmount();
    render(setUp());
    expect(
      await screen.findByText('U ziet alles, van alle teams.'),
    ).toBeInTheDocument();
  });
});
