import { act, screen } from '@testing-library/react';
import { renderInPortal } from './testUtils';
import { useResource } from './useResource';

function setHidden(isHidden: boolean) {
  Object.defineProperty(document, 'hidden', {
    configurable: true,
    value: isHidden,
  });
  document.dispatchEvent(new Event('visibilitychange'));
}

/** A page about something that is busy until its second answer. */
function renderPage(load: () => Promise<string>) {
  const stable = () => load();
  function Page() {
    const { value, error } = useResource(stable, current =>
      current === 'busy' ? 50 : undefined,
    );
    return (
      <>
        <p>value: {value}</p>
        <p>error: {error?.message}</p>
      </>
    );
  }
  return renderInPortal(<Page />, { apis: [], mountedRoutes: {} });
}

const pause = (ms: number) =>
  act(
    () =>
      new Promise<void>(resolve => {
        setTimeout(resolve, ms);
      }),
  );

describe('useResource', () => {
  afterEach(() => act(() => setHidden(false)));

  it('loads again while there is something to wait for, also after a failure', async () => {
    const load = jest
      .fn<Promise<string>, []>()
      .mockResolvedValueOnce('busy')
      .mockRejectedValueOnce(new Error('down'))
      .mockResolvedValue('ready');
    renderPage(load);
    await screen.findByText('error: down');
    expect(screen.getByText('value: busy')).toBeInTheDocument();
    await screen.findByText('value: ready');
    expect(screen.getByText('error:')).toBeInTheDocument();
    await pause(200);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('asks nothing while the tab is hidden, and at once when it is shown', async () => {
    const load = jest.fn<Promise<string>, []>().mockResolvedValue('busy');
    renderPage(load);
    await screen.findByText('value: busy');
    act(() => setHidden(true));
    const { length } = load.mock.calls;
    await pause(200);
    expect(load.mock.calls.length).toBeLessThanOrEqual(length + 1);
    const whileHidden = load.mock.calls.length;
    load.mockResolvedValue('ready');
    act(() => setHidden(false));
    await screen.findByText('value: ready');
    expect(load).toHaveBeenCalledTimes(whileHidden + 1);
  });

  it('asks nothing any more once the page is left', async () => {
    const load = jest.fn<Promise<string>, []>().mockResolvedValue('busy');
    const { unmount } = renderPage(load);
    await screen.findByText('value: busy');
    unmount();
    const { length } = load.mock.calls;
    await pause(200);
    expect(load).toHaveBeenCalledTimes(length);
  });
});
