import { useSidebarPinState } from '@backstage/core-components';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { AppLayout } from './AppLayout';

function Page() {
  const [hasMain, setHasMain] = useState(false);
  const { isPinned, toggleSidebarPinState } = useSidebarPinState();
  return (
    <>
      {hasMain ? <main>own</main> : <p>none</p>}
      <button onClick={() => setHasMain(!hasMain)}>toggle main</button>
      <button onClick={toggleSidebarPinState}>
        {isPinned ? 'wide' : 'icons'}
      </button>
    </>
  );
}

const renderLayout = () =>
  renderInTestApp(
    <AppLayout nav={<button>in the navigation</button>} content={<Page />} />,
  );

beforeEach(() => {
  window.localStorage.clear();
  Element.prototype.scrollIntoView = jest.fn();
});

describe('AppLayout', () => {
  it('lets the keyboard skip the navigation, first of all', async () => {
    renderLayout();
    const skip = await screen.findByRole('link', { name: 'Skip to content' });
    await userEvent.tab();
    expect(skip).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(screen.getByRole('main')).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'toggle main' })).toHaveFocus();
  });

  it('has one main landmark, whether the page brings it or not', async () => {
    renderLayout();
    expect(await screen.findAllByRole('main')).toHaveLength(1);
    await userEvent.click(screen.getByRole('button', { name: 'toggle main' }));
    await waitFor(() => expect(screen.getAllByRole('main')).toHaveLength(1));
    expect(screen.getByRole('main')).toHaveTextContent('own');
    await userEvent.click(screen.getByRole('button', { name: 'toggle main' }));
    await waitFor(() => expect(screen.getAllByRole('main')).toHaveLength(1));
  });

  it('remembers whether the sidebar is wide', async () => {
    const first = renderLayout();
    await userEvent.click(await screen.findByRole('button', { name: 'wide' }));
    expect(screen.getByRole('button', { name: 'icons' })).toBeVisible();
    first.unmount();
    renderLayout();
    expect(await screen.findByRole('button', { name: 'icons' })).toBeVisible();
  });
});
