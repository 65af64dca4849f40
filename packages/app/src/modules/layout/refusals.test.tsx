import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotFoundPage } from './NotFoundPage';
import { PartFailure } from './PartFailure';

const CONFIG = { app: { title: 'NeRDS-portaal', baseUrl: 'http://localhost' } };

function renderFailure(error: Error) {
  const resetError = jest.fn();
  renderInTestApp(<PartFailure error={error} resetError={resetError} />, {
    config: CONFIG,
  });
  return resetError;
}

function expectWhomToAsk() {
  expect(
    screen.getByRole('heading', { name: 'Whom you can ask' }),
  ).toBeInTheDocument();
  expect(
    screen.getByRole('link', { name: 'See your roles and who gives them' }),
  ).toHaveAttribute('href', '/access');
}

describe('PartFailure', () => {
  it('says what broke and offers to try again', async () => {
    const resetError = renderFailure(new Error('it fell over'));
    expect(await screen.findByRole('alert')).toHaveTextContent('it fell over');
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(resetError).toHaveBeenCalledTimes(1);
  });

  it('says whom to ask when the person may not see it, and shows no error', async () => {
    renderFailure(
      Object.assign(new Error('Unauthorized'), { name: 'NotAllowedError' }),
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('You may not see this');
    expect(alert).not.toHaveTextContent('Unauthorized');
    expect(screen.queryByRole('button')).toBeNull();
    expectWhomToAsk();
  });
});

describe('NotFoundPage', () => {
  it('says both that there is nothing and whom to ask, for it may be either', async () => {
    renderInTestApp(<NotFoundPage />, { config: CONFIG });
    expect(
      await screen.findByRole('heading', {
        level: 1,
        name: 'This page does not exist, or you may not see it',
      }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /home page/ })).toHaveAttribute(
      'href',
      '/',
    );
    expectWhomToAsk();
  });
});
