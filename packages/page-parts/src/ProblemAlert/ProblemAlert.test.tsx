import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PortalApiError } from '../http/PortalApiError';
import { findViolations } from '../testing/findViolations';
import { renderInPortal } from '../testing/renderInPortal';
import { ProblemAlert, type ProblemAlertProps } from './ProblemAlert';

const render = (props: ProblemAlertProps, language: 'nl' | 'en' = 'nl') =>
  renderInPortal(<ProblemAlert {...props} />, {
    apis: [],
    mountedRoutes: {},
    language,
  });

const forbidden = new PortalApiError(403, { status: 403, detail: 'Mag niet.' });

describe('ProblemAlert', () => {
  it('says that the portal cannot be reached, and tries again', async () => {
    const onRetry = jest.fn();
    render({ error: new TypeError('fetch failed'), onRetry });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Dit lukte niet');
    expect(alert).toHaveTextContent('Het portaal is niet bereikbaar.');
    expect(alert).not.toHaveTextContent('fetch failed');
    await userEvent.click(screen.getByRole('button'));
    expect(onRetry).toHaveBeenCalledTimes(1);
    expect(await findViolations()).toEqual([]);
  });

  it('offers no second try to who may not, but what the page offers instead', async () => {
    render({
      error: forbidden,
      onRetry: () => {},
      refusedAction: <a href="/access">Rollen</a>,
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('U mag dit niet');
    expect(alert).toHaveTextContent('Mag niet.');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    expect(screen.getByRole('link')).toHaveAttribute('href', '/access');
  });

  it('prefers the words of the page', async () => {
    render({
      error: forbidden,
      forbidden: { title: 'Niet voor u', text: 'Vraag Jan.' },
    });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Niet voor u');
    expect(alert).toHaveTextContent('Vraag Jan.');
    expect(alert).not.toHaveTextContent('Mag niet.');
  });

  it('adds a hint to what is not there', async () => {
    render({
      error: new PortalApiError(404, { status: 404, detail: 'Weg.' }),
      notFound: { hint: 'Vraag wie u het adres gaf.' },
    });
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Niet gevondenWeg. Vraag wie u het adres gaf.',
    );
  });

  it('says in English what the status was when there was no sentence', async () => {
    render({ error: new PortalApiError(502), isStale: true }, 'en');
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('What you see may be out of date');
    expect(alert).toHaveTextContent('(502)');
  });
});
