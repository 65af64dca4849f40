import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { PortalApiError } from '../http/PortalApiError';
import { findViolations } from '../testing/findViolations';
import { renderInPortal } from '../testing/renderInPortal';
import { ConfirmDialog, type ConfirmDialogProps } from './ConfirmDialog';

const render = (props: Partial<ConfirmDialogProps>) => {
  const onClose = jest.fn();
  renderInPortal(
    <ConfirmDialog
      title="Verwijderen?"
      text="Dit kan niet ongedaan worden gemaakt."
      confirmLabel="Verwijderen"
      onConfirm={async () => {}}
      onClose={onClose}
      {...props}
    />,
    { apis: [], mountedRoutes: {} },
  );
  return onClose;
};

const confirm = async () =>
  userEvent.click(await screen.findByRole('button', { name: 'Verwijderen' }));

describe('ConfirmDialog', () => {
  it('closes when it is done', async () => {
    const onConfirm = jest.fn(async () => {});
    const onClose = render({ onConfirm });
    await screen.findByRole('dialog', { name: 'Verwijderen?' });
    expect(await findViolations()).toEqual([]);
    await confirm();
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
    expect(onConfirm).toHaveBeenCalledTimes(1);
  });

  it('stays and says what went wrong', async () => {
    const onClose = render({
      onConfirm: async () => {
        throw new PortalApiError(409, { status: 409, detail: 'Al weg.' });
      },
    });
    await confirm();
    expect(await screen.findByRole('alert')).toHaveTextContent('Al weg.');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('leaves to a field what is wrong with it, and does nothing until it is right', async () => {
    const onConfirm = jest.fn(async () => {});
    render({
      onConfirm,
      isComplete: false,
      children: ({ isSubmitted }) => <p>{isSubmitted ? 'Vul in' : '-'}</p>,
    });
    await confirm();
    expect(await screen.findByText('Vul in')).toBeVisible();
    expect(onConfirm).not.toHaveBeenCalled();
  });

  it('guards its button when asked to', async () => {
    render({ isComplete: false, isButtonGuarded: true });
    expect(
      await screen.findByRole('button', { name: 'Verwijderen' }),
    ).toBeDisabled();
  });
});
