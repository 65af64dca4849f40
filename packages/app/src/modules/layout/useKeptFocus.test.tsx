import {
  act,
  fireEvent,
  render,
  screen,
  waitFor,
} from '@testing-library/react';
import createUserEvent from '@testing-library/user-event';
import { type ReactNode, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Link, MemoryRouter, Route, Routes } from 'react-router-dom';
import { useKeptFocus } from './useKeptFocus';

const userEvent = createUserEvent.setup({
  advanceTimers: delay => jest.advanceTimersByTime(delay),
});

function Frame({ children }: { children: ReactNode }) {
  const ref = useRef<HTMLDivElement>(null);
  useKeptFocus(ref);
  return (
    <>
      <nav>
        <Link to="/other">other</Link>
      </nav>
      <div ref={ref} role="main" tabIndex={-1}>
        {children}
      </div>
    </>
  );
}

/** A list from which things are taken away, after a question or at once. */
function Items() {
  const [items, setItems] = useState(['first', 'second']);
  const [asked, setAsked] = useState<string>();
  const remove = (name?: string) => {
    setItems(items.filter(item => item !== name));
    setAsked(undefined);
  };
  return (
    <>
      <ul aria-label="items">
        {items.map(item => (
          <li key={item}>
            <button onClick={() => remove(item)}>remove {item}</button>
            <button onClick={() => setAsked(item)}>ask about {item}</button>
          </li>
        ))}
      </ul>
      <Link to="/other">a link of the page</Link>
      {asked &&
        createPortal(
          <div role="dialog">
            <button
              ref={button => button?.focus()}
              onClick={() => remove(asked)}
            >
              yes
            </button>
            <button onClick={() => setAsked(undefined)}>no</button>
          </div>,
          document.body,
        )}
    </>
  );
}

const renderFrame = () =>
  render(
    <MemoryRouter>
      <Frame>
        <Routes>
          <Route path="/" element={<Items />} />
          <Route path="/other" element={<button>on the other page</button>} />
        </Routes>
      </Frame>
    </MemoryRouter>,
  );

async function press(name: string, role = 'button') {
  act(() => screen.getByRole(role, { name }).focus());
  await userEvent.keyboard('{Enter}');
}

beforeEach(() => {
  jest.useFakeTimers();
});

afterEach(() => {
  jest.useRealTimers();
});

describe('useKeptFocus', () => {
  it('goes to the page after a choice in the navigation', async () => {
    renderFrame();
    await press('other', 'link');
    expect(screen.getByRole('main')).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByRole('button')).toHaveFocus();
  });

  it('goes to the page when its link went with the page before it', async () => {
    renderFrame();
    await press('a link of the page', 'link');
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
  });

  it('stays near what is gone', async () => {
    renderFrame();
    await press('remove second');
    await waitFor(() => expect(screen.getByRole('list')).toHaveFocus());
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'remove first' })).toHaveFocus();
  });

  it('stays near what a dialog took away', async () => {
    renderFrame();
    await press('ask about second');
    await press('yes');
    await waitFor(() => expect(screen.getByRole('list')).toHaveFocus());
  });

  it('goes back to what opened a dialog that forgot it', async () => {
    renderFrame();
    await press('ask about second');
    await press('no');
    await waitFor(() =>
      expect(
        screen.getByRole('button', { name: 'ask about second' }),
      ).toHaveFocus(),
    );
  });

  it('goes back to a button that was busy', async () => {
    renderFrame();
    const button = screen.getByRole<HTMLButtonElement>('button', {
      name: 'remove first',
    });
    act(() => button.focus());
    // a browser takes the focus away of itself
    act(() => button.blur());
    button.disabled = true;
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(document.body).toHaveFocus();
    button.disabled = false;
    await waitFor(() => expect(button).toHaveFocus());
  });

  it('stays near a button that works no more', async () => {
    renderFrame();
    const button = screen.getByRole<HTMLButtonElement>('button', {
      name: 'remove first',
    });
    act(() => button.focus());
    act(() => button.blur());
    button.disabled = true;
    await act(() => jest.advanceTimersByTimeAsync(5_000));
    expect(button.closest('li')).toHaveFocus();
  });

  it('goes to the page when all of it is drawn anew', async () => {
    const { unmount } = renderFrame();
    act(() => screen.getByRole('button', { name: 'remove first' }).focus());
    unmount();
    renderFrame();
    await waitFor(() => expect(screen.getByRole('main')).toHaveFocus());
  });

  it('leaves the focus to who points elsewhere', async () => {
    renderFrame();
    await press('ask about second');
    fireEvent.pointerDown(document.body);
    fireEvent.click(screen.getByRole('button', { name: 'no' }));
    await act(() => jest.advanceTimersByTimeAsync(1_000));
    expect(document.body).toHaveFocus();
  });
});
